//! What is kept of a report between reading and writing: strings, each with its length before it.

use std::io::{self, ErrorKind, Read};

/// What stands in the tables of a report.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Record {
    pub(crate) source: String,
    pub(crate) place: Option<String>,
    pub(crate) year: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) date: Option<String>,
    /// The names of the parts that it has.
    pub(crate) roles: Vec<String>,
    /// How many errors are in it.
    pub(crate) errors: u32,
    pub(crate) figures: Vec<Row>,
}

/// What stands in the tables of a figure.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Row {
    pub(crate) section: String,
    pub(crate) indicator: String,
    pub(crate) value: String,
    pub(crate) upper: Option<String>,
    pub(crate) bound: String,
    pub(crate) unit: Option<String>,
    pub(crate) kind: String,
    pub(crate) change: Option<String>,
    pub(crate) period: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) sentence: String,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// The length that stands for nothing.
const NOTHING: u32 = u32::MAX;

/// What can be written and read again.
trait Field: Sized {
    fn put(&self, out: &mut Vec<u8>);
    /// Takes it from the front; `None` where it is not there.
    fn take(from: &mut &[u8]) -> Option<Self>;
}

impl Field for u32 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend(self.to_le_bytes());
    }

    fn take(from: &mut &[u8]) -> Option<u32> {
        let (bytes, rest) = from.split_first_chunk()?;
        *from = rest;
        Some(u32::from_le_bytes(*bytes))
    }
}

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

impl Field for Option<String> {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            None => NOTHING.put(out),
            Some(words) => words.put(out),
        }
    }

    fn take(from: &mut &[u8]) -> Option<Option<String>> {
        if from.starts_with(&NOTHING.to_le_bytes()) {
            return u32::take(from).map(|_| None);
        }
        String::take(from).map(Some)
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

fields!(Record: source place year issuer title date roles errors figures);
fields!(Row: section indicator value upper bound unit kind change period role sentence start end);

impl Record {
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

#[cfg(test)]
mod test {
    use super::{Record, Row};

    #[test]
    fn what_is_written_is_read_and_half_a_record_is_refused() {
        let row = Row { value: "12".into(), unit: Some(String::new()), start: 7, ..Row::default() };
        let record =
            Record { source: "a,\"b\"".into(), roles: vec!["work".into()], figures: vec![row], ..Record::default() };
        let bytes = [record.bytes(), Record::default().bytes()].concat();
        let mut from = bytes.as_slice();
        assert_eq!(Record::read(&mut from).unwrap(), Some(record));
        assert_eq!(Record::read(&mut from).unwrap(), Some(Record::default()));
        assert_eq!(Record::read(&mut from).unwrap(), None);
        assert!(Record::read(&mut &bytes[..20]).is_err());
    }
}
