// @ts-check
// Registers `<jira-doctor>`. Import `jira-doctor.js` instead to choose the name or the registry.
import { JiraDoctorElement } from "./element/jira-doctor.js";

JiraDoctorElement.define();

export { JiraDoctorElement };
