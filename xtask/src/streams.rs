//! Takes a module apart for transfer: what is alike in its code stands together, opcodes with opcodes and variables with
//! variables. That compresses to nine tenths of what the module itself does. `joined.js` puts it back together.

use anyhow::{Context, Result, ensure};
use wasmparser::{Parser, Payload};

/// What the bytes of a module are told apart by. Each kind has a stream of its own, in this order.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// All that is no function.
    Outside,
    /// Opcodes, and what goes with so few of them that it is not worth a stream.
    Opcode,
    /// The variables that a function declares.
    Declared,
    Variable,
    Integer,
    Long,
    /// How far from its address something is read or written.
    Load,
    Store,
    /// Where a branch leads, and those of a table.
    Branch,
    Table,
    Function,
}

/// How many kinds there are.
const KINDS: usize = Kind::Function as usize + 1;

/// A table of branches is the one instruction that tells how many numbers follow it.
pub(crate) const BRANCH_TABLE: usize = 0x0e;

/// What follows this opcode is an opcode too.
pub(crate) const PREFIX: usize = 0xfc;

/// The first of the two constants of floats, behind which stand four bytes and eight that are no LEB128.
pub(crate) const FLOAT: usize = 0x43;
const DOUBLE: usize = FLOAT + 1;

/// From which opcode to which the same numbers follow, each in LEB128. An opcode behind the prefix has 256 added.
/// <https://webassembly.github.io/spec/core/binary/instructions.html>
pub(crate) const FOLLOWING: &[(usize, usize, &[Kind])] = {
    use Kind::{Branch, Function, Integer, Load, Long, Opcode, Store, Variable};
    &[
        // A block's type.
        (0x02, 0x04, &[Opcode]),
        (0x0c, 0x0e, &[Branch]),
        (0x10, 0x10, &[Function]),
        // A call's type and table.
        (0x11, 0x11, &[Opcode, Opcode]),
        (0x20, 0x22, &[Variable]),
        // Globals and tables.
        (0x23, 0x26, &[Opcode]),
        // An address is aligned and has an offset.
        (0x28, 0x35, &[Opcode, Load]),
        (0x36, 0x3e, &[Opcode, Store]),
        // A memory's number.
        (0x3f, 0x40, &[Opcode]),
        (0x41, 0x41, &[Integer]),
        (0x42, 0x42, &[Long]),
        // A reference's type, and a reference to a function.
        (0xd0, 0xd0, &[Opcode]),
        (0xd2, 0xd2, &[Function]),
        // To copy memory, to fill it, and what is done with a table.
        (0x10a, 0x10a, &[Opcode, Opcode]),
        (0x10b, 0x10b, &[Opcode]),
        (0x10f, 0x111, &[Opcode]),
    ]
};

/// A module in its streams.
#[derive(Default)]
pub(crate) struct Streams {
    parts: [Vec<u8>; KINDS],
    /// How many bytes stand before the first function, and how many functions there are.
    pub(crate) before: usize,
    pub(crate) functions: usize,
}

impl Streams {
    /// Takes a module apart.
    ///
    /// # Errors
    ///
    /// Fails for a module whose code has instructions that no row of this file knows, or numbers longer than they need be.
    pub(crate) fn of(wasm: &[u8]) -> Result<Self> {
        let mut streams = Self::default();
        let mut end = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            let Payload::CodeSectionEntry(body) = payload? else {
                continue;
            };
            let range = body.range();
            if streams.functions == 0 {
                streams.before = range.start - length(range.len());
                end = streams.before;
                streams.push(Kind::Outside, &wasm[..end]);
            }
            ensure!(
                end + length(range.len()) == range.start,
                "a function's size is written at a length of its own"
            );
            let code = &wasm[range.clone()];
            Code(code)
                .take_apart(&mut streams)
                .with_context(|| format!("the function at {}", range.start))?;
            streams.functions += 1;
            end = range.end;
        }
        streams.push(Kind::Outside, &wasm[end..]);
        Ok(streams)
    }

    pub(crate) fn parts(&self) -> &[Vec<u8>] {
        &self.parts
    }

    fn push(&mut self, kind: Kind, bytes: &[u8]) {
        self.parts[kind as usize].extend(bytes);
    }
}

/// What follows an opcode. Nothing is known to follow the others: were that wrong, the module would still come together, for both
/// sides read alike, or the code would not end where it says and the build would fail.
fn following(opcode: usize) -> &'static [Kind] {
    let row = FOLLOWING
        .iter()
        .find(|(from, to, _)| (*from..=*to).contains(&opcode));
    row.map_or(&[], |(_, _, kinds)| kinds)
}

/// What is left of a function's code.
struct Code<'w>(&'w [u8]);

impl<'w> Code<'w> {
    fn take_apart(mut self, streams: &mut Streams) -> Result<()> {
        for _ in 0..self.number(Kind::Declared, streams)? {
            self.number(Kind::Declared, streams)?;
            // A type is one byte, which is a number as well.
            self.number(Kind::Declared, streams)?;
        }
        let mut depth = 1;
        while depth > 0 {
            let mut opcode = self.take(1, Kind::Opcode, streams)?[0].into();
            match opcode {
                0x02..=0x04 => depth += 1,
                0x0b => depth -= 1,
                PREFIX => opcode = 256 + self.number(Kind::Opcode, streams)?,
                FLOAT | DOUBLE => {
                    self.take(4 * (opcode - FLOAT + 1), Kind::Opcode, streams)?;
                }
                _ => (),
            }
            let mut last = 0;
            for kind in following(opcode) {
                last = self.number(*kind, streams)?;
            }
            if opcode == BRANCH_TABLE {
                for _ in 0..=last {
                    self.number(Kind::Table, streams)?;
                }
            }
        }
        ensure!(self.0.is_empty(), "the code goes on behind its end");
        Ok(())
    }

    /// Moves a number in LEB128 into a stream.
    fn number(&mut self, kind: Kind, streams: &mut Streams) -> Result<usize> {
        let end = self.0.iter().position(|byte| *byte < 0x80);
        let bytes = self.take(end.context("a number has no end")? + 1, kind, streams)?;
        let bits = bytes.iter().rev().map(|byte| usize::from(byte & 0x7f));
        Ok(bits.fold(0, |value, bits| value << 7 | bits))
    }

    fn take(&mut self, length: usize, kind: Kind, streams: &mut Streams) -> Result<&'w [u8]> {
        let (bytes, rest) = self.0.split_at_checked(length).context("the code ends")?;
        self.0 = rest;
        streams.push(kind, bytes);
        Ok(bytes)
    }
}

/// How many bytes a number has in LEB128.
fn length(number: usize) -> usize {
    let bits = usize::BITS - number.leading_zeros();
    bits.div_ceil(7).max(1) as usize
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, Function, FunctionSection, Instruction, Module, TypeSection, ValType,
    };

    use super::*;

    /// A module with one function.
    fn module(code: &[Instruction<'_>]) -> Vec<u8> {
        let mut function = Function::new([(3, ValType::I32)]);
        for instruction in code {
            function.instruction(instruction);
        }
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut bodies = CodeSection::new();
        bodies.function(&function);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&bodies);
        module.finish()
    }

    #[test]
    fn each_kind_has_its_stream() {
        let code = [
            Instruction::I32Const(300),
            Instruction::LocalSet(2),
            Instruction::LocalGet(2),
            Instruction::BrTable([0, 0].as_slice().into(), 0),
            Instruction::End,
        ];
        let streams = Streams::of(&module(&code)).unwrap();
        let part = |kind: Kind| &streams.parts()[kind as usize][..];
        assert_eq!(part(Kind::Opcode), [0x41, 0x21, 0x20, 0x0e, 0x0b]);
        assert_eq!(part(Kind::Declared), [1, 3, 0x7f]);
        assert_eq!(part(Kind::Integer), [0xac, 0x02]);
        assert_eq!(part(Kind::Variable), [2, 2]);
        assert_eq!(part(Kind::Branch), [2]);
        assert_eq!(part(Kind::Table), [0, 0, 0]);
        assert_eq!(streams.functions, 1);
    }

    #[test]
    fn a_float_s_bytes_are_no_instructions() {
        let code = [
            Instruction::F32Const(0.2_f32.into()),
            Instruction::F64Const(0.2_f64.into()),
            Instruction::End,
        ];
        let streams = Streams::of(&module(&code)).unwrap();
        let opcodes = &streams.parts()[Kind::Opcode as usize];
        assert_eq!(opcodes.len(), 1 + 4 + 1 + 8 + 1);
    }

    #[test]
    fn code_that_is_not_understood_is_refused() {
        // What looks like two ends are bytes of a number that no row knows.
        let number = i128::from_le_bytes([0x0b; 16]);
        let code = [Instruction::V128Const(number), Instruction::End];
        assert!(Streams::of(&module(&code)).is_err());
    }

    #[test]
    fn lengths_of_numbers() {
        assert_eq!([0, 127, 128, 16_383, 16_384].map(length), [1, 1, 2, 2, 3]);
    }
}
