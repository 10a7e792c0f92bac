// @ts-check
// The tools page.
import { start } from "./lib/tools/start.js";

start();
