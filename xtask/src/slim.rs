//! Makes a module smaller after it was linked: what says why it stopped goes, and what stands in it twice. What stays stands
//! in the order in which it compresses best.
//!
//! A panic ends in the instruction `unreachable`, and on the way it puts together a message that a browser has no place for.
//! Here the call that would begin it becomes that instruction. What the module answers, and where it stops, stay the same.

mod locals;
mod order;

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;
use std::mem;

use anyhow::Result;
use wasm_encoder::reencode::{self, Error, Reencode};
use wasm_encoder::{
    CodeSection, CustomSection, DataCountSection, DataSection, ElementSection, ExportSection,
    FunctionSection, GlobalSection, ImportSection, Instruction, MemorySection, Module,
    StartSection, TableSection, TypeSection,
};
use wasmparser::{
    ElementItems, ExternalKind, FunctionBody, MemArg, Operator, Parser, Payload, TypeRef, ValType,
};

/// The same module with less in it. The same bytes give the same bytes.
pub(crate) struct Slim {
    pub(crate) wasm: Vec<u8>,
    /// Of its functions, in their order.
    shapes: Vec<Vec<u8>>,
}

impl Slim {
    pub(crate) fn of(wasm: &[u8]) -> Result<Self> {
        Self::beside(&[], wasm)
    }

    /// With the functions that another module has too in that one's order and, as far as can be, with the same numbers: of the
    /// two it is the difference that a page loads.
    pub(crate) fn like(other: &Self, wasm: &[u8]) -> Result<Self> {
        Self::beside(&other.shapes, wasm)
    }

    fn beside(others: &[Vec<u8>], wasm: &[u8]) -> Result<Self> {
        let mut code = Code::read(wasm)?;
        code.stop_at_once();
        let mut numbers = code.merged()?;
        let kept = code.reached(&numbers);
        let (mut bodies, mut shapes) = (Vec::new(), Vec::new());
        for at in &kept {
            bodies.push(code.functions[*at].encode(&mut numbers)?);
            shapes.push(code.functions[*at].encode(&mut Shape)?);
        }
        let order = order::beside(&shapes, others, &bodies);
        let shapes = order.iter().map(|at| shapes[*at].clone()).collect();
        let kept: Vec<_> = order.iter().map(|at| kept[*at]).collect();
        code.number(&kept, &mut numbers);
        let wasm = code.write(wasm, &kept, &mut numbers)?;
        Ok(Self { wasm, shapes })
    }
}

/// The functions of a module, and where it is entered.
struct Code<'w> {
    imports: u32,
    functions: Vec<Function<'w>>,
    entries: Vec<u32>,
}

struct Function<'w> {
    kind: u32,
    /// The locals that are no parameters.
    locals: Vec<ValType>,
    operators: Vec<Operator<'w>>,
}

/// The new number of each function, by its old one.
struct Numbers(Vec<u32>);

impl Reencode for Numbers {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.of(function))
    }
}

/// What stays of a function when the numbers and addresses of its module are taken out of it.
struct Shape;

/// From here on the linker puts data.
const DATA: u32 = 1 << 20;

impl Reencode for Shape {
    type Error = Infallible;

    fn function_index(&mut self, _: u32) -> Result<u32, Error<Infallible>> {
        Ok(0)
    }

    fn type_index(&mut self, _: u32) -> Result<u32, Error<Infallible>> {
        Ok(0)
    }

    fn mem_arg(&mut self, argument: MemArg) -> Result<wasm_encoder::MemArg, Error<Infallible>> {
        let is_address = argument.offset >= u64::from(DATA);
        let offset = if is_address { 0 } else { argument.offset };
        reencode::utils::mem_arg(self, MemArg { offset, ..argument })
    }

    fn instruction<'o>(
        &mut self,
        operator: Operator<'o>,
    ) -> Result<Instruction<'o>, Error<Infallible>> {
        match operator {
            Operator::I32Const { value } if value.cast_unsigned() >= DATA => {
                Ok(Instruction::I32Const(0))
            }
            _ => reencode::utils::instruction(self, operator),
        }
    }
}

impl Numbers {
    fn of(&self, function: u32) -> u32 {
        self.0[function as usize]
    }
}

impl<'w> Function<'w> {
    fn read(kind: u32, body: &FunctionBody<'w>) -> Result<Self> {
        let mut locals = Vec::new();
        for group in body.get_locals_reader()? {
            let (count, local) = group?;
            locals.extend((0..count).map(|_| local));
        }
        let operators = body.get_operators_reader()?.into_iter();
        Ok(Self {
            kind,
            locals,
            operators: operators.collect::<Result<_, _>>()?,
        })
    }

    /// The functions that this one calls by their number.
    fn calls(&self) -> impl Iterator<Item = u32> {
        self.operators.iter().filter_map(called)
    }

    fn encode(&self, numbers: &mut impl Reencode<Error = Infallible>) -> Result<Vec<u8>> {
        let locals = self.locals.iter().map(|local| numbers.val_type(*local));
        let mut function =
            wasm_encoder::Function::new_with_locals_types(locals.collect::<Result<Vec<_>, _>>()?);
        for operator in &self.operators {
            function.instruction(&numbers.instruction(operator.clone())?);
        }
        Ok(function.into_raw_body())
    }
}

impl<'w> Code<'w> {
    fn read(wasm: &'w [u8]) -> Result<Self> {
        let mut code = Self {
            imports: 0,
            functions: Vec::new(),
            entries: Vec::new(),
        };
        let mut parameters = Vec::new();
        let mut kinds = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(types) => {
                    for kind in types.into_iter_err_on_gc_types() {
                        parameters.push(kind?.params().len());
                    }
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        code.imports += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(functions) => {
                    kinds = functions.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            code.entries.push(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => code.entries.push(func),
                Payload::ElementSection(elements) => {
                    for element in elements {
                        code.enter(element?.items)?;
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let kind: u32 = kinds[code.functions.len()];
                    let mut function = Function::read(kind, &body)?;
                    locals::number(
                        parameters[kind as usize],
                        &mut function.locals,
                        &mut function.operators,
                    );
                    code.functions.push(function);
                }
                _ => {}
            }
        }
        Ok(code)
    }

    fn enter(&mut self, items: ElementItems<'_>) -> Result<()> {
        match items {
            ElementItems::Functions(functions) => {
                for function in functions {
                    self.entries.push(function?);
                }
            }
            ElementItems::Expressions(_, expressions) => {
                for expression in expressions {
                    for operator in expression?.get_operators_reader() {
                        self.entries.extend(called(&operator?));
                    }
                }
            }
        }
        Ok(())
    }

    /// Puts `unreachable` in place of each call that only ends there.
    fn stop_at_once(&mut self) {
        let stopping = self.stopping();
        for function in &mut self.functions {
            let mut kept: Vec<Operator> = Vec::new();
            for operator in mem::take(&mut function.operators) {
                if called(&operator).is_some_and(|function| stopping.contains(&function)) {
                    // What was made for the call alone. The compiler's own `unreachable` stands behind it.
                    while kept.last().is_some_and(is_quiet) {
                        kept.pop();
                    }
                } else {
                    kept.push(operator);
                }
            }
            function.operators = kept;
        }
    }

    /// The functions that never return, which the compiler knew wherever it called them, and that say nothing to the outside.
    fn stopping(&self) -> HashSet<u32> {
        let mut stopping = HashSet::new();
        let mut returning = self.telling();
        for function in &self.functions {
            for pair in function.operators.windows(2) {
                let Some(callee) = called(&pair[0]) else {
                    continue;
                };
                if matches!(pair[1], Operator::Unreachable) {
                    stopping.insert(callee);
                } else {
                    returning.insert(callee);
                }
            }
        }
        &stopping - &returning
    }

    /// The functions that call something outside, or one that does.
    fn telling(&self) -> HashSet<u32> {
        let mut telling: HashSet<u32> = (0..self.imports).collect();
        loop {
            let before = telling.len();
            for (number, function) in (self.imports..).zip(&self.functions) {
                if function.calls().any(|callee| telling.contains(&callee)) {
                    telling.insert(number);
                }
            }
            if telling.len() == before {
                return telling;
            }
        }
    }

    /// One number for all functions that are the same; those are the same, too, that call the same.
    fn merged(&self) -> Result<Numbers> {
        let mut numbers = Numbers((0..self.imports).collect());
        numbers
            .0
            .extend((self.imports..).take(self.functions.len()));
        loop {
            let mut first = HashMap::new();
            let mut next = numbers.0.clone();
            for (number, function) in (self.imports..).zip(&self.functions) {
                let same = (function.kind, function.encode(&mut numbers)?);
                next[number as usize] = *first.entry(same).or_insert(number);
            }
            if next == numbers.0 {
                return Ok(numbers);
            }
            numbers = Numbers(next);
        }
    }

    /// The places of the functions that can be reached.
    fn reached(&self, numbers: &Numbers) -> Vec<usize> {
        let mut reached = HashSet::new();
        let mut next: Vec<_> = self
            .entries
            .iter()
            .map(|entry| numbers.of(*entry))
            .collect();
        while let Some(number) = next.pop() {
            if number >= self.imports && reached.insert(number) {
                let function = &self.functions[(number - self.imports) as usize];
                next.extend(function.calls().map(|callee| numbers.of(callee)));
            }
        }
        (self.imports..)
            .zip(0..self.functions.len())
            .filter(|(number, _)| reached.contains(number))
            .map(|(_, at)| at)
            .collect()
    }

    /// Numbers the functions in the order in which they will stand.
    fn number(&self, order: &[usize], numbers: &mut Numbers) {
        let mut new: Vec<_> = (0..self.imports).collect();
        new.resize(numbers.0.len(), 0);
        for (number, at) in (self.imports..).zip(order) {
            new[self.imports as usize + at] = number;
        }
        for number in &mut numbers.0 {
            *number = new[*number as usize];
        }
    }

    fn write(&self, wasm: &[u8], order: &[usize], numbers: &mut Numbers) -> Result<Vec<u8>> {
        let mut module = Module::new();
        macro_rules! copy {
            ($kind:ident, $parse:ident, $section:expr) => {{
                let mut section = $kind::new();
                numbers.$parse(&mut section, $section)?;
                module.section(&section);
            }};
        }
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(old) => copy!(TypeSection, parse_type_section, old),
                Payload::ImportSection(old) => copy!(ImportSection, parse_import_section, old),
                Payload::TableSection(old) => copy!(TableSection, parse_table_section, old),
                Payload::MemorySection(old) => copy!(MemorySection, parse_memory_section, old),
                Payload::GlobalSection(old) => copy!(GlobalSection, parse_global_section, old),
                Payload::ExportSection(old) => copy!(ExportSection, parse_export_section, old),
                Payload::ElementSection(old) => copy!(ElementSection, parse_element_section, old),
                Payload::DataSection(old) => copy!(DataSection, parse_data_section, old),
                Payload::DataCountSection { count, .. } => {
                    module.section(&DataCountSection { count });
                }
                Payload::StartSection { func, .. } => {
                    let function_index = numbers.of(func);
                    module.section(&StartSection { function_index });
                }
                Payload::FunctionSection(_) => {
                    let mut section = FunctionSection::new();
                    for at in order {
                        section.function(self.functions[*at].kind);
                    }
                    module.section(&section);
                }
                Payload::CodeSectionStart { .. } => {
                    let mut section = CodeSection::new();
                    for at in order {
                        section.raw(&self.functions[*at].encode(numbers)?);
                    }
                    module.section(&section);
                }
                Payload::CustomSection(old) => {
                    module.section(&CustomSection {
                        name: old.name().into(),
                        data: old.data().into(),
                    });
                }
                _ => {}
            }
        }
        Ok(module.finish())
    }
}

fn called(operator: &Operator) -> Option<u32> {
    match operator {
        Operator::Call { function_index } | Operator::RefFunc { function_index } => {
            Some(*function_index)
        }
        _ => None,
    }
}

/// Whether an instruction goes on to the next and does nothing that is of use once the module has stopped.
fn is_quiet(operator: &Operator) -> bool {
    !matches!(
        operator,
        Operator::Block { .. }
            | Operator::Loop { .. }
            | Operator::If { .. }
            | Operator::Else
            | Operator::End
            | Operator::Br { .. }
            | Operator::BrIf { .. }
            | Operator::BrTable { .. }
            | Operator::Return
            | Operator::Unreachable
            | Operator::Call { .. }
            | Operator::CallIndirect { .. }
    )
}

#[cfg(test)]
mod tests {
    use wasm_encoder::ExportKind;

    use super::*;

    /// A module whose first function is exported, of bodies that take a number and give none.
    fn module(bodies: &[&[Instruction]]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([wasm_encoder::ValType::I32], []);
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for body in bodies {
            functions.function(0);
            let mut function = wasm_encoder::Function::new([]);
            for instruction in body.iter().chain([&Instruction::End]) {
                function.instruction(instruction);
            }
            code.function(&function);
        }
        let mut exports = ExportSection::new();
        exports.export("entry", ExportKind::Func, 0);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports);
        module.section(&code);
        module.finish()
    }

    #[test]
    fn what_only_stops_is_stopped_at_once() {
        use Instruction::{Call, Drop, I32Const, LocalGet, LocalSet, Unreachable};
        let (message, stop) = (I32Const(7), &Call(1));
        let panics = module(&[
            &[
                LocalGet(0),
                LocalSet(0),
                Call(2),
                message,
                stop.clone(),
                Unreachable,
            ],
            &[LocalGet(0), Drop, Unreachable],
            &[LocalGet(0), Drop],
        ]);
        // The call of what returns stays, and what was done before it.
        let stops = module(&[
            &[LocalGet(0), LocalSet(0), Call(1), Unreachable],
            &[LocalGet(0), Drop],
        ]);
        assert_eq!(Slim::of(&panics).unwrap().wasm, stops);
    }

    #[test]
    fn the_same_stands_once() {
        use Instruction::{Call, Drop, LocalGet};
        let get = LocalGet(0);
        let twice = module(&[
            &[get.clone(), Call(1), get.clone(), Call(2)],
            &[get.clone(), Call(3)],
            &[get.clone(), Call(4)],
            &[get.clone(), Drop],
            &[get.clone(), Drop],
        ]);
        let once = module(&[
            &[get.clone(), Call(1), get.clone(), Call(1)],
            &[get.clone(), Call(2)],
            &[get.clone(), Drop],
        ]);
        assert_eq!(Slim::of(&twice).unwrap().wasm, once);
    }

    #[test]
    fn what_another_module_has_too_has_the_same_number() {
        use Instruction::{Call, Drop, I32Const, I32Store, LocalGet};
        let store = I32Store(wasm_encoder::MemArg {
            offset: 0,
            align: 2,
            memory_index: 0,
        });
        let data = |at| I32Const(0x10_0000 + at);
        let small: &[&[_]] = &[
            &[LocalGet(0), Call(1)],
            &[data(1), LocalGet(0), store.clone()],
        ];
        let large: &[&[_]] = &[
            &[LocalGet(0), Call(1), LocalGet(0), Call(2)],
            &[LocalGet(0), Drop],
            &[data(9), LocalGet(0), store],
        ];
        let small = Slim::of(&module(small)).unwrap();
        let large = Slim::like(&small, &module(large)).unwrap();
        assert_eq!(large.shapes[1], small.shapes[1]);
    }
}
