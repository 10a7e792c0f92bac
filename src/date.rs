//! Days, for ages of tokens.

/// A day of the Gregorian calendar, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(i64);

impl Day {
    /// Reads `YYYY-MM-DD`, as `<input type=date>` gives it. `None` for anything else.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '-').map(str::parse::<i64>);
        let (year, month, day) = (
            parts.next()?.ok()?,
            parts.next()?.ok()?,
            parts.next()?.ok()?,
        );
        let is_day =
            (1970..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        is_day.then(|| Self::of(year, month, day))
    }

    /// Counts days by years that begin in March, so that the leap day comes last.
    fn of(year: i64, month: i64, day: i64) -> Self {
        let year = if month > 2 { year } else { year - 1 };
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(year * 365 + year / 4 - year / 100 + year / 400 + of_year - 719_468)
    }

    /// Days from `earlier` to this day.
    pub(crate) fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days_over_leap_years() {
        let day = |text| Day::read(text).unwrap();
        assert_eq!(day("1970-01-01"), Day(0));
        assert_eq!(day("2026-11-21").since(day("2025-11-21")), 365);
        assert_eq!(day("2024-03-01").since(day("2024-02-28")), 2);
        assert_eq!(day("2000-03-01").since(day("2000-02-28")), 2);
    }

    #[test]
    fn refuses_what_is_no_day() {
        for text in ["", "yesterday", "2026-13-01", "21.11.2026", "2026-11"] {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }
}
