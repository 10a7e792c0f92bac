//! The numbers of a function's locals: the more often one is used, the lower its number, in every function alike.

use std::cmp::Reverse;

use wasmparser::{Operator, ValType};

/// Numbers the locals behind the parameters anew, those of one type in a row.
pub(super) fn number(parameters: usize, locals: &mut Vec<ValType>, operators: &mut [Operator]) {
    let place = |local: u32| (local as usize).checked_sub(parameters);
    let mut uses = vec![0; locals.len()];
    for at in operators
        .iter_mut()
        .filter_map(local)
        .filter_map(|local| place(*local))
    {
        uses[at] += 1;
    }
    let mut order: Vec<usize> = (0..locals.len()).collect();
    order.sort_by_key(|at| (rank(locals[*at]), Reverse(uses[*at])));
    let mut numbers = vec![0; locals.len()];
    for (number, at) in order.iter().enumerate() {
        numbers[*at] = parameters + number;
    }
    for local in operators.iter_mut().filter_map(local) {
        if let Some(at) = place(*local) {
            *local = u32::try_from(numbers[at]).expect("as many as the module has");
        }
    }
    *locals = order.iter().map(|at| locals[*at]).collect();
}

/// The local that an instruction names.
fn local<'o>(operator: &'o mut Operator) -> Option<&'o mut u32> {
    match operator {
        Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } => Some(local_index),
        _ => None,
    }
}

fn rank(kind: ValType) -> u8 {
    match kind {
        ValType::I32 => 0,
        ValType::I64 => 1,
        ValType::F32 => 2,
        ValType::F64 => 3,
        ValType::V128 => 4,
        ValType::Ref(_) => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_most_comes_first_of_its_type() {
        let get = |local_index| Operator::LocalGet { local_index };
        let mut locals = vec![ValType::I64, ValType::I32, ValType::I32];
        let mut operators = [get(0), get(1), get(2), get(3), get(3)];
        number(1, &mut locals, &mut operators);
        assert_eq!(locals, [ValType::I32, ValType::I32, ValType::I64]);
        let named = operators
            .iter_mut()
            .map(|operator| *local(operator).unwrap());
        assert_eq!(named.collect::<Vec<_>>(), [0, 3, 2, 1, 1]);
    }
}
