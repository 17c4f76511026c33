//! What is kept of a report between reading and writing, as bytes: numbers, and strings each with its length before it.

use gangmu::{Cell, Columns, Decimal, Kind, Report, Severity, Subject, long_rows};
use std::io::{self, ErrorKind, Read};

/// What stands in the tables of a report.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Record {
    pub(crate) source: String,
    pub(crate) place: Option<String>,
    pub(crate) year: Option<u32>,
    pub(crate) issuer: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) date: Option<String>,
    /// The names of the parts that it has.
    pub(crate) roles: Vec<String>,
    /// How many errors are in it.
    pub(crate) errors: u32,
    /// What says in which column each figure belongs.
    pub(crate) subjects: Vec<Subject>,
    /// The row of each figure in the long table, without its column.
    pub(crate) rows: Vec<Vec<Cell<'static>>>,
}

impl Record {
    /// What the tables say of `report`, read in the file `source`.
    pub(crate) fn of(report: &Report<'_>, source: &str) -> Record {
        let owned = |words: &Option<gangmu::Words<'_>>| words.as_deref().map(String::from);
        let metadata = &report.metadata;
        let mut roles: Vec<String> = report.passages.iter().map(|passage| passage.role.name().into()).collect();
        roles.sort();
        roles.dedup();
        let rows = long_rows(report, source, &[], &Columns::default())
            .map(|row| row.cells.into_iter().map(kept).collect())
            .collect();
        Record {
            source: source.into(),
            place: owned(&metadata.place),
            year: metadata.year,
            issuer: owned(&metadata.issuer),
            title: owned(&metadata.title),
            date: owned(&metadata.date),
            roles,
            errors: report.findings.iter().filter(|finding| finding.severity == Severity::Error).count() as u32,
            subjects: Subject::all_of(report),
            rows,
        }
    }

    /// As it lies on the disk, with its length.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut out = vec![0; size_of::<u64>()];
        self.put(&mut out);
        let length = (out.len() - size_of::<u64>()) as u64;
        out[..size_of::<u64>()].copy_from_slice(&length.to_le_bytes());
        out
    }

    /// The next one; `None` at the end.
    pub(crate) fn read(from: &mut impl Read) -> io::Result<Option<Record>> {
        let mut length = [0; size_of::<u64>()];
        match from.read_exact(&mut length) {
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
            read => read?,
        }
        let mut bytes = Vec::new();
        from.take(u64::from_le_bytes(length)).read_to_end(&mut bytes)?;
        Record::take(&mut bytes.as_slice()).map(Some).ok_or_else(|| ErrorKind::InvalidData.into())
    }
}

/// The cell, no longer borrowed from the text.
fn kept(cell: Cell<'_>) -> Cell<'static> {
    match cell {
        Cell::Empty => Cell::Empty,
        Cell::Number(number) => Cell::Number(number),
        Cell::Words(words) => Cell::Words(words.into_owned().into()),
    }
}

/// What can be written and read again.
trait Field: Sized {
    fn put(&self, out: &mut Vec<u8>);
    /// Takes it from the front; `None` where it is not there.
    fn take(from: &mut &[u8]) -> Option<Self>;
}

/// Numbers, the lowest byte first.
macro_rules! numbers {
    ($($Number:ty)+) => {
        $(impl Field for $Number {
            fn put(&self, out: &mut Vec<u8>) {
                out.extend(self.to_le_bytes());
            }

            fn take(from: &mut &[u8]) -> Option<$Number> {
                let (bytes, rest) = from.split_first_chunk()?;
                *from = rest;
                Some(<$Number>::from_le_bytes(*bytes))
            }
        })+
    };
}

numbers!(u8 i8 u32 u64);

impl Field for String {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u32).put(out);
        out.extend(self.as_bytes());
    }

    fn take(from: &mut &[u8]) -> Option<String> {
        let length = u32::take(from)?;
        let (bytes, rest) = from.split_at_checked(length as usize)?;
        *from = rest;
        String::from_utf8(bytes.into()).ok()
    }
}

impl<T: Field> Field for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        u8::from(self.is_some()).put(out);
        if let Some(there) = self {
            there.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Option<T>> {
        if u8::take(from)? == 0 { Some(None) } else { T::take(from).map(Some) }
    }
}

impl<T: Field> Field for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        (self.len() as u32).put(out);
        for each in self {
            each.put(out);
        }
    }

    fn take(from: &mut &[u8]) -> Option<Vec<T>> {
        let length = u32::take(from)?;
        (0..length).map(|_| T::take(from)).collect()
    }
}

impl Field for Decimal {
    fn put(&self, out: &mut Vec<u8>) {
        self.coefficient().put(out);
        self.exponent().put(out);
        u8::from(self.is_negative()).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Decimal> {
        Some(Decimal::new(u64::take(from)?, i8::take(from)?).with_sign(u8::take(from)? > 0))
    }
}

impl Field for Kind {
    fn put(&self, out: &mut Vec<u8>) {
        String::from(self.name()).put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Kind> {
        Kind::from_name(&String::take(from)?)
    }
}

impl Field for Cell<'static> {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Cell::Empty => out.push(0),
            Cell::Words(words) => {
                out.push(1);
                (words.len() as u32).put(out);
                out.extend(words.as_bytes());
            }
            Cell::Number(number) => {
                out.push(2);
                number.put(out);
            }
        }
    }

    fn take(from: &mut &[u8]) -> Option<Cell<'static>> {
        match u8::take(from)? {
            0 => Some(Cell::Empty),
            1 => String::take(from).map(|words| Cell::Words(words.into())),
            2 => Decimal::take(from).map(Cell::Number),
            _ => None,
        }
    }
}

/// The fields of a record in the order in which they are written, once for both ways.
macro_rules! fields {
    ($Name:ident: $($field:ident)+) => {
        impl Field for $Name {
            fn put(&self, out: &mut Vec<u8>) {
                $(self.$field.put(out);)+
            }

            fn take(from: &mut &[u8]) -> Option<$Name> {
                Some($Name { $($field: Field::take(from)?,)+ })
            }
        }
    };
}

fields!(Record: source place year issuer title date roles errors subjects rows);
fields!(Subject: name indicator unit kind apart);

#[cfg(test)]
mod test {
    use super::Record;

    #[test]
    fn what_is_written_is_read_and_half_a_record_is_refused() {
        let text = "清溪镇2023年工作报告\n一、主要举措\n受理信访15件，投入1.5万至2万元。";
        let record = Record::of(&gangmu::parse(text), "a,\"b\".txt");
        assert_eq!((record.rows.len(), record.subjects.len(), record.year), (2, 2, Some(2023)));
        let bytes = [record.bytes(), Record::default().bytes()].concat();
        let mut from = bytes.as_slice();
        assert_eq!(Record::read(&mut from).unwrap(), Some(record));
        assert_eq!(Record::read(&mut from).unwrap(), Some(Record::default()));
        assert_eq!(Record::read(&mut from).unwrap(), None);
        assert!(Record::read(&mut &bytes[..20]).is_err());
    }
}
