//! A copy of the built module that counts its own work, for `tests/node/work.test.mjs`: the same text takes the same count on
//! every machine, however busy it is.

use std::fs;
use std::mem;

use anyhow::{Context, Result};
use walrus::ir::{BinaryOp, Binop, Const, GlobalGet, GlobalSet, Instr, LocalGet, LocalTee};
use walrus::ir::{InstrLocId, InstrSeqId, UnaryOp, Unop, Value};
use walrus::{ConstExpr, GlobalId, LocalFunction, LocalId, Module, ValType};

use crate::tools;

/// Writes `target/counted.wasm`: the whole module with a global `work`, exported, that says how many instructions
/// ran and how many bytes were copied.
pub(crate) fn write_counted_module() -> Result<()> {
    let built = tools::dist().join("pkg/full_bg.wasm");
    let mut module =
        Module::from_file(&built).with_context(|| format!("{} cannot be read", built.display()))?;
    count(&mut module);
    let target = tools::root().join("target");
    fs::create_dir_all(&target)?;
    module
        .emit_wasm_file(target.join("counted.wasm"))
        .context("target/counted.wasm cannot be written")
}

fn count(module: &mut Module) {
    let zero = ConstExpr::Value(Value::I64(0));
    let work = module.globals.add_local(ValType::I64, true, false, zero);
    module.exports.add("work", work);
    let length = module.locals.add(ValType::I32);
    let counter = Counter { work, length };
    for (_, function) in module.funcs.iter_local_mut() {
        counter.count_function(function);
    }
}

struct Counter {
    work: GlobalId,
    /// Holds the length of a copy.
    length: LocalId,
}

impl Counter {
    fn count_function(&self, function: &mut LocalFunction) {
        let mut blocks = vec![function.entry_block()];
        while let Some(block) = blocks.pop() {
            let instructions = &mut function.block_mut(block).instrs;
            let mut counted = Vec::with_capacity(instructions.len() * 2);
            let mut run = Vec::new();
            for (instruction, at) in mem::take(instructions) {
                blocks.extend(nested(&instruction));
                let ends = ends_run(&instruction);
                run.push((instruction, at));
                if ends {
                    self.count_run(&mut run, &mut counted);
                }
            }
            self.count_run(&mut run, &mut counted);
            *instructions = counted;
        }
    }

    /// Counts instructions that run one after the other, all of them or none, where the first stands.
    fn count_run(
        &self,
        run: &mut Vec<(Instr, InstrLocId)>,
        counted: &mut Vec<(Instr, InstrLocId)>,
    ) {
        let mut put = |instruction: Instr| counted.push((instruction, InstrLocId::default()));
        if !run.is_empty() {
            let value = Value::I64(i64::try_from(run.len()).unwrap_or(i64::MAX));
            self.add(Const { value }.into(), &mut put);
        }
        for (instruction, at) in run.drain(..) {
            if matches!(instruction, Instr::MemoryCopy(_) | Instr::MemoryFill(_)) {
                let local = self.length;
                counted.push((LocalTee { local }.into(), at));
                let mut put = |instruction: Instr| counted.push((instruction, at));
                put(LocalGet { local }.into());
                let op = UnaryOp::I64ExtendUI32;
                self.add(Unop { op }.into(), &mut put);
            }
            counted.push((instruction, at));
        }
    }

    /// Adds what `amount` leaves on the stack.
    fn add(&self, amount: Instr, put: &mut impl FnMut(Instr)) {
        let global = self.work;
        put(amount);
        put(GlobalGet { global }.into());
        let op = BinaryOp::I64Add;
        put(Binop { op }.into());
        put(GlobalSet { global }.into());
    }
}

fn nested(instruction: &Instr) -> Vec<InstrSeqId> {
    match instruction {
        Instr::Block(block) => vec![block.seq],
        Instr::Loop(block) => vec![block.seq],
        Instr::IfElse(branches) => vec![branches.consequent, branches.alternative],
        _ => Vec::new(),
    }
}

/// Whether what follows may not run, or not run once.
fn ends_run(instruction: &Instr) -> bool {
    matches!(
        instruction,
        Instr::Block(_)
            | Instr::Loop(_)
            | Instr::IfElse(_)
            | Instr::Br(_)
            | Instr::BrIf(_)
            | Instr::BrTable(_)
            | Instr::Return(_)
            | Instr::Unreachable(_)
    )
}
