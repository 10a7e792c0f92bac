//! Secrets in a table, whose column a row above names.

use std::ops::Range;

use super::names::{NAME, Sort, sort_of_name};
use super::value::is_worth_hiding;
use crate::text::{Signs, cut};

/// What parts the cells of a row.
const SEPARATORS: [char; 4] = ['|', ',', ';', '\t'];

/// What may stand around the text of a cell.
const AROUND: &str = " \"'`*\r";

/// The column of a row that is secret.
struct Column {
    separator: char,
    /// How many cells a row has.
    cells: usize,
    at: usize,
}

/// Secrets in the rows below `user,password` and its like.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut secrets = Vec::new();
    let mut column: Option<Column> = None;
    for line in text.split('\n') {
        let row = cut::first(line, 4096);
        let cell = column.as_ref().and_then(|column| {
            let mut cells = row.split(column.separator);
            let cell = cells.nth(column.at)?.trim_any(AROUND);
            (cells.count() + column.at + 1 == column.cells).then_some(cell)
        });
        match cell {
            Some(cell)
                if !cell.contains(' ') && cell.bytes().any(|b| b.is_ascii_alphanumeric()) =>
            {
                if is_worth_hiding(cell) {
                    let start = cut::offset(text, cell);
                    secrets.push(start..start + cell.len());
                }
            }
            // The rule below the heads of Markdown.
            Some(_) => {}
            None => column = head(row),
        }
    }
    secrets
}

/// The secret column of a row of heads: all its cells are names, and this one of a secret.
fn head(row: &str) -> Option<Column> {
    SEPARATORS.iter().find_map(|&separator| {
        // A table of Markdown has a sign at both ends of its rows.
        let inside = row.trim().trim_start_matches('|').trim_end_matches('|');
        let first = row.split(separator).count() - inside.split(separator).count();
        let mut at = None;
        let mut count = 0;
        for cell in inside.split(separator).map(|cell| cell.trim_any(AROUND)) {
            let is_part = |b: u8| b.is_ascii_alphanumeric() || b"_- ".contains(&b);
            let is_name = cell.bytes().all(is_part) && cell.split(' ').nth(2).is_none();
            if cell.is_empty() || cell.len() > NAME || !is_name {
                return None;
            }
            if sort_of_name(cell) == Some(Sort::Setting) {
                at = Some(count + usize::from(first > 0));
            }
            count += 1;
        }
        Some(Column {
            separator,
            cells: count + first,
            at: at.filter(|_| count > 1)?,
        })
    })
}
