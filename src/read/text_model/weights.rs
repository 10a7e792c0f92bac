//! What each feature speaks for: a sparse table, packed into one file.
//!
//! The file, in bytes, numbers in little endian: how many classes (1), each class's number (2), each class's bias in 256ths (2,
//! signed), how many weights (4), then for each weight how far it stands behind the one before (1; 255: and more follows), in
//! the order of buckets and within them of classes, then the weights, a nibble each, from 1 to 15 for the sizes of -7 to 7, and
//! last what each of the seven sizes adds to a score, in 4096ths (2).

use std::sync::OnceLock;

use super::{BUCKETS, Features};

/// What each feature speaks for.
#[derive(Debug, Default, PartialEq)]
pub struct Weights {
    classes: Vec<u16>,
    bias: Vec<f32>,
    /// For each bucket, where its entries begin; the end is the last.
    first: Vec<u32>,
    /// The class and the weight of each entry.
    entries: Vec<(u8, i8)>,
    /// What each size adds to a score, before the text's length is taken into account.
    sizes: [f32; SIZES],
}

/// How many sizes of weights there are. They grow by a ratio: there are many small ones, and few that are large.
pub const SIZES: usize = 7;

static FILE: &[u8] = include_bytes!("weights.bin");

impl Weights {
    /// The weights of the file.
    pub(super) fn get() -> &'static Self {
        static WEIGHTS: OnceLock<Weights> = OnceLock::new();
        WEIGHTS.get_or_init(|| Self::read(FILE).unwrap_or_default())
    }

    /// Reads the file's form; `None` where it is not whole.
    pub fn read(file: &[u8]) -> Option<Self> {
        let mut bytes = file.iter().copied();
        let mut number = |length: usize| {
            (0..length).try_fold(0_u32, |sum, at| {
                Some(sum | u32::from(bytes.next()?) << (8 * at))
            })
        };
        let count = number(1)?;
        let classes = (0..count)
            .map(|_| Some(number(2)? as u16))
            .collect::<Option<Vec<_>>>()?;
        let bias = (0..count)
            .map(|_| Some(f32::from(number(2)? as u16 as i16) / 256.0))
            .collect::<Option<Vec<_>>>()?;
        let length = number(4)?;
        let mut places = Vec::new();
        let mut place = 0_u32;
        for _ in 0..length {
            loop {
                let step = number(1)?;
                place += step;
                if step < 255 {
                    break;
                }
            }
            places.push(place);
        }
        let mut weights = Self {
            classes,
            bias,
            ..Self::default()
        };
        let mut nibbles = 0;
        for (at, place) in places.into_iter().enumerate() {
            if at % 2 == 0 {
                nibbles = number(1)?;
            }
            let nibble = if at % 2 == 0 {
                nibbles & 15
            } else {
                nibbles >> 4
            };
            let bucket = place / count;
            while weights.first.len() <= bucket as usize {
                weights.first.push(at as u32);
            }
            weights
                .entries
                .push(((place % count) as u8, nibble as i8 - 8));
        }
        weights.first.resize(BUCKETS + 1, length);
        for size in &mut weights.sizes {
            *size = number(2)? as f32 / 4096.0;
        }
        Some(weights)
    }

    /// The file's form of a dense table: `table[bucket * classes + class]`, from -7 to 7, whose sizes are `sizes`.
    pub fn write(classes: &[u16], bias: &[f32], table: &[i8], sizes: [f32; SIZES]) -> Vec<u8> {
        let mut file = vec![classes.len() as u8];
        file.extend(classes.iter().flat_map(|class| class.to_le_bytes()));
        file.extend(
            bias.iter()
                .flat_map(|bias| ((bias * 256.0).round() as i16).to_le_bytes()),
        );
        let set = table.iter().enumerate().filter(|(_, weight)| **weight != 0);
        file.extend((set.clone().count() as u32).to_le_bytes());
        let mut last = 0;
        for (place, _) in set.clone() {
            let mut step = place - last;
            while step >= 255 {
                file.push(255);
                step -= 255;
            }
            file.push(step as u8);
            last = place;
        }
        let nibbles: Vec<u8> = set.map(|(_, weight)| (weight + 8) as u8).collect();
        file.extend(nibbles.chunks(2).map(|pair| match pair {
            [low, high] => low | high << 4,
            [low] => *low,
            _ => 0,
        }));
        file.extend(
            sizes
                .iter()
                .flat_map(|size| ((size * 4096.0).round() as u16).to_le_bytes()),
        );
        file
    }

    /// The numbers of the classes.
    pub fn classes(&self) -> &[u16] {
        &self.classes
    }

    /// The place of a class.
    pub(super) fn place(&self, class: u16) -> Option<usize> {
        self.classes.iter().position(|other| *other == class)
    }

    /// How much a text of these features resembles those of each class.
    pub(super) fn scores(&self, features: &Features) -> Vec<f32> {
        let mut scores = self.bias.clone();
        for (buckets, share) in features.parts() {
            for &bucket in buckets {
                for &(class, weight) in self.entries_of(bucket) {
                    if let Some(score) = scores.get_mut(usize::from(class)) {
                        *score += self.size(weight) * share;
                    }
                }
            }
        }
        scores
    }

    /// What a feature speaks for a class.
    pub(super) fn of(&self, bucket: u16, class: usize) -> f32 {
        let entries = self.entries_of(bucket).iter();
        let own = entries.filter(|(other, _)| usize::from(*other) == class);
        own.map(|(_, weight)| self.size(*weight)).sum()
    }

    fn size(&self, weight: i8) -> f32 {
        let place = usize::from(weight.unsigned_abs()).wrapping_sub(1);
        let size = self.sizes.get(place).copied().unwrap_or_default();
        if weight < 0 { -size } else { size }
    }

    fn entries_of(&self, bucket: u16) -> &[(u8, i8)] {
        let bound = |at: usize| self.first.get(at).map_or(0, |&first| first as usize);
        let bucket = usize::from(bucket);
        self.entries
            .get(bound(bucket)..bound(bucket + 1))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut table = vec![0_i8; BUCKETS * 3];
        for (place, weight) in [(0, 7), (4, -7), (5, 1), (3 * 700, 2), (3 * BUCKETS - 1, -1)] {
            *table.get_mut(place).unwrap() = weight;
        }
        let sizes = [0.125, 0.25, 0.5, 1.0, 2.0, 3.0, 4.0];
        let read = Weights::read(&Weights::write(
            &[0, 9, 7],
            &[0.5, -1.0, 0.0],
            &table,
            sizes,
        ))
        .unwrap();
        assert_eq!(read.classes(), [0, 9, 7]);
        for (place, &weight) in table.iter().enumerate() {
            let is = read.of((place / 3) as u16, place % 3);
            let size = |weight: usize| weight.checked_sub(1).map_or(0.0, |place| sizes[place]);
            let wanted = size(usize::from(weight.unsigned_abs())).copysign(weight.into());
            assert!((is - wanted).abs() < f32::EPSILON, "{place}");
        }
        assert_eq!(read.scores(&Features::default()), [0.5, -1.0, 0.0]);
        assert_eq!(Weights::read(&[3, 0]), None);
    }
}
