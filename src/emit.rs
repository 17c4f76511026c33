//! How a report leaves Rust: each record says its fields once, and every form of output reads them from there.

use crate::decimal::Decimal;
use crate::span::Span;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// What takes a report apart: the JSON writer and the packed tape are two of them.
pub(crate) trait Sink {
    /// A record begins; its fields follow in the order of their declaration.
    fn begin(&mut self);
    /// The name of the field whose value comes next.
    fn field(&mut self, name: &'static str);
    /// The record ends.
    fn end(&mut self);
    /// A list of `length` values begins.
    fn begin_list(&mut self, length: usize);
    /// Before each value of a list.
    fn entry(&mut self);
    /// The list ends.
    fn end_list(&mut self);
    /// A value that may be missing is missing.
    fn none(&mut self);
    /// A value that may be missing comes next.
    fn some(&mut self);
    /// True or false.
    fn boolean(&mut self, value: bool);
    /// A whole number.
    fn integer(&mut self, value: u32);
    /// An exact decimal.
    fn decimal(&mut self, value: Decimal);
    /// Words of the text, or words made by Gangmu.
    fn words(&mut self, value: &str);
    /// A place in the text.
    fn span(&mut self, value: Span);
    /// One of a closed set: its place in the set, and its name.
    fn name(&mut self, index: usize, name: &'static str);
}

/// What can leave through a [`Sink`].
pub(crate) trait Emit {
    fn emit(&self, sink: &mut impl Sink);
}

impl Emit for bool {
    fn emit(&self, sink: &mut impl Sink) {
        sink.boolean(*self);
    }
}

impl Emit for u32 {
    fn emit(&self, sink: &mut impl Sink) {
        sink.integer(*self);
    }
}

impl Emit for Decimal {
    fn emit(&self, sink: &mut impl Sink) {
        sink.decimal(*self);
    }
}

impl Emit for Span {
    fn emit(&self, sink: &mut impl Sink) {
        sink.span(*self);
    }
}

impl Emit for &str {
    fn emit(&self, sink: &mut impl Sink) {
        sink.words(self);
    }
}

impl Emit for Cow<'_, str> {
    fn emit(&self, sink: &mut impl Sink) {
        sink.words(self);
    }
}

impl<T: Emit> Emit for Option<T> {
    fn emit(&self, sink: &mut impl Sink) {
        match self {
            None => sink.none(),
            Some(value) => {
                sink.some();
                value.emit(sink);
            }
        }
    }
}

impl<T: Emit> Emit for Vec<T> {
    fn emit(&self, sink: &mut impl Sink) {
        sink.begin_list(self.len());
        for value in self {
            sink.entry();
            value.emit(sink);
        }
        sink.end_list();
    }
}

/// The wire name of a field: its own name, or the one given after `as`.
macro_rules! wire_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $wire:literal) => {
        $wire
    };
}
pub(crate) use wire_name;

/// The type of a record that was carried back to a text: only a record with words of the text knows its lifetime.
macro_rules! restored_as {
    ($Name:ident $whole:lifetime) => {
        $Name
    };
    ($Name:ident $whole:lifetime $life:lifetime) => {
        $Name<$whole>
    };
}
pub(crate) use restored_as;

/// Declares a record of the report: the struct, and the one list of its fields that all output follows.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $Name:ident $(<$life:lifetime>)? {
            $($(#[$field_meta:meta])* pub $field:ident $(as $wire:literal)? : $Type:ty,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $Name $(<$life>)? {
            $($(#[$field_meta])* pub $field: $Type,)+
        }

        impl $(<$life>)? $crate::emit::Emit for $Name $(<$life>)? {
            fn emit(&self, sink: &mut impl $crate::emit::Sink) {
                sink.begin();
                $(
                    sink.field($crate::emit::wire_name!($field $($wire)?));
                    $crate::emit::Emit::emit(&self.$field, sink);
                )+
                sink.end();
            }
        }

        impl $(<$life>)? $crate::view::Restore for $Name $(<$life>)? {
            type Restored<'whole> = $crate::emit::restored_as!($Name 'whole $($life)?);

            fn restored<'whole>(self, view: &$crate::view::View<'whole>) -> Self::Restored<'whole> {
                $Name { $($field: self.$field.restored(view),)+ }
            }
        }

        #[cfg(feature = "serde")]
        impl $(<$life>)? serde::Serialize for $crate::serde_view::InUtf16<'_, $Name $(<$life>)?> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;
                let fields = [$(stringify!($field)),+].len();
                let mut record = serializer.serialize_struct(stringify!($Name), fields)?;
                $(record.serialize_field(
                    $crate::emit::wire_name!($field $($wire)?),
                    &$crate::serde_view::InUtf16(&self.0.$field, self.1),
                )?;)+
                record.end()
            }
        }
    };
}
pub(crate) use record;

/// Declares a closed set of names: the enum, its names on the wire, and the list of all of them.
macro_rules! closed_set {
    (
        $(#[$meta:meta])*
        pub enum $Name:ident {
            $(#[$first_meta:meta])* $First:ident = $first:literal,
            $($(#[$value_meta:meta])* $Value:ident = $wire:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Name { $(#[$first_meta])* $First, $($(#[$value_meta])* $Value,)+ }

        impl $Name {
            /// Every value, in the order of declaration.
            ///
            /// ```
            #[doc = concat!("use gangmu::", stringify!($Name), ";")]
            #[doc = concat!("assert_eq!(", stringify!($Name), "::ALL[0], ", stringify!($Name), "::", stringify!($First), ");")]
            /// ```
            pub const ALL: &'static [$Name] = &[$Name::$First, $($Name::$Value),+];

            /// Every name, in the same order.
            ///
            /// ```
            #[doc = concat!("use gangmu::", stringify!($Name), ";")]
            #[doc = concat!("assert_eq!(", stringify!($Name), "::NAMES[0], ", stringify!($first), ");")]
            #[doc = concat!("assert_eq!(", stringify!($Name), "::NAMES.len(), ", stringify!($Name), "::ALL.len());")]
            /// ```
            pub const NAMES: &'static [&'static str] = &[$first, $($wire),+];

            /// The name that the JSON, the table and the npm package use. It stays what it is.
            ///
            /// ```
            #[doc = concat!("use gangmu::", stringify!($Name), ";")]
            #[doc = concat!("assert_eq!(", stringify!($Name), "::", stringify!($First), ".name(), ", stringify!($first), ");")]
            /// ```
            pub const fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// The value of this name; `None` where there is none. Capitals are other letters.
            ///
            /// ```
            #[doc = concat!("use gangmu::", stringify!($Name), ";")]
            #[doc = concat!(
                "let value = ", stringify!($Name), "::from_name(", stringify!($first), ");\n",
                "assert_eq!(value, Some(", stringify!($Name), "::", stringify!($First), "));\n",
                "assert_eq!(", stringify!($Name), "::from_name(\"no such name\"), None);"
            )]
            /// ```
            pub fn from_name(name: &str) -> Option<$Name> {
                Self::NAMES.iter().position(|each| *each == name).map(|place| Self::ALL[place])
            }
        }

        impl $crate::emit::Emit for $Name {
            fn emit(&self, sink: &mut impl $crate::emit::Sink) {
                sink.name(*self as usize, self.name());
            }
        }

        $crate::view::stays!($Name);

        #[cfg(feature = "serde")]
        impl serde::Serialize for $crate::serde_view::InUtf16<'_, $Name> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0.name())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$Name, D::Error> {
                let name = <alloc::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                $Name::from_name(&name).ok_or_else(|| serde::de::Error::unknown_variant(&name, Self::NAMES))
            }
        }
    };
}
pub(crate) use closed_set;

/// Declares the ways in which figures hang together: the enum, its names on the wire, and the fields of each, which leave
/// as fields of the record that holds it.
macro_rules! terms {
    (
        $(#[$meta:meta])*
        pub enum $Name:ident {
            $($(#[$value_meta:meta])* $Value:ident = $wire:literal {
                $($(#[$field_meta:meta])* $field:ident : $Type:ty,)+
            },)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum $Name {
            $($(#[$value_meta])* $Value { $($(#[$field_meta])* $field: $Type,)+ },)+
        }

        impl $Name {
            /// Every name that the contract uses, in the order of declaration.
            ///
            /// ```
            #[doc = concat!("assert_eq!(gangmu::", stringify!($Name), "::NAMES[..2], [\"sum\", \"rate\"]);")]
            /// ```
            pub const NAMES: &'static [&'static str] = &[$($wire),+];

            /// The name that the JSON and the npm package use, there the field `kind`.
            ///
            /// ```
            /// let report = gangmu::parse("共受理纠纷92件，其中邻里58件、婚姻34件。");
            /// assert_eq!(report.relations[0].terms.name(), "sum");
            /// ```
            pub fn name(&self) -> &'static str {
                match self {
                    $($Name::$Value { .. } => $wire,)+
                }
            }

            /// The name as the field `kind`, then the fields.
            pub(crate) fn emit_fields(&self, sink: &mut impl $crate::emit::Sink) {
                sink.field("kind");
                let place = Self::NAMES.iter().position(|name| *name == self.name()).unwrap_or_default();
                sink.name(place, self.name());
                match self {
                    $($Name::$Value { $($field),+ } => {
                        $(
                            sink.field(stringify!($field));
                            $crate::emit::Emit::emit($field, sink);
                        )+
                    })+
                }
            }

            /// The same for serde.
            #[cfg(feature = "serde")]
            pub(crate) fn serialize_fields<R: serde::ser::SerializeStruct>(
                &self,
                record: &mut R,
                offsets: &$crate::offsets::Offsets<'_>,
            ) -> Result<(), R::Error> {
                record.serialize_field("kind", self.name())?;
                match self {
                    $($Name::$Value { $($field),+ } => {
                        $(record.serialize_field(stringify!($field), &$crate::serde_view::InUtf16($field, offsets))?;)+
                    })+
                }
                Ok(())
            }
        }

        impl $crate::view::Restore for $Name {
            type Restored<'whole> = $Name;

            fn restored<'whole>(self, view: &$crate::view::View<'whole>) -> $Name {
                match self {
                    $($Name::$Value { $($field),+ } => $Name::$Value { $($field: $field.restored(view)),+ },)+
                }
            }
        }
    };
}
pub(crate) use terms;
