//! How a report is read, from the text to the report: each step takes what those before it found.

use crate::chars::{boundary, is_sentence_stop, is_space};
use crate::citations;
use crate::concordance::{Concordance, Places};
use crate::dates::{self, Reading};
use crate::figures::{LineOf, Reader};
use crate::findings::{self, Subject};
use crate::headings::{self, Marked};
use crate::lines::{self, Line};
use crate::marker::Style;
use crate::metadata;
use crate::noise;
use crate::options::Options;
use crate::order::by_place;
use crate::outline;
use crate::own_figures::{self, OwnFigure};
use crate::own_words::OwnWords;
use crate::parts::{Part, Parts};
use crate::passages;
use crate::period::{self, Event, Held, Years};
use crate::relations::{self, claims};
use crate::report::{DateMention, Heading, Item, Noise, NoiseKind, Passage, Reason, Report, Role};
use crate::search::{Search, set};
use crate::span::Span;
use crate::stretches::{self, Stretch, Taken};
use crate::unbroken;
use crate::view::View;
use crate::work;
use alloc::string::String;
use alloc::vec::Vec;

/// Reads `parts` of `text` up to what spans can hold, in the view that a reader has of it.
pub(crate) fn read<'t>(text: &'t str, options: &Options, parts: Parts) -> Report<'t> {
    let text = within_reach(text);
    let places = Concordance::of(text);
    let lines = lines::read(text, places.all());
    match View::of(text, &places, &lines) {
        None => read_view(text, &places, lines, options, parts),
        Some(view) => {
            let places = Concordance::of(&view.seen);
            let lines = lines::read(&view.seen, places.all());
            read_view(&view.seen, &places, lines, options, parts).restored(text, &view)
        }
    }
}

/// What has to be read for what is asked for: each stands on what comes before it.
struct Needed {
    dates: bool,
    figures: bool,
    relations: bool,
    findings: bool,
}

impl Needed {
    fn for_parts(parts: Parts) -> Needed {
        let findings = parts.has(Part::Findings);
        let relations = findings || parts.has(Part::Relations);
        let figures = relations || parts.has_any(&[Part::Figures, Part::Ignored]);
        Needed { dates: figures || parts.has(Part::Dates), figures, relations, findings }
    }
}

/// Reads a text that is as a reader sees it.
fn read_view<'t>(
    text: &'t str,
    places: &Concordance,
    all_lines: Vec<Line>,
    options: &Options,
    parts: Parts,
) -> Report<'t> {
    let needed = Needed::for_parts(parts);

    // text → lines → outline
    let (mut noise, lines) = noise::set_aside(text, places, &all_lines);
    let mut lines = unbroken::cut(text, places, lines);
    let mut marked = headings::read(text, places, &lines);
    headings::part_titles(text, &mut lines, &mut marked);
    let first_heading = marked.first().map_or(text.len(), |heading| heading.start() as usize);
    // A day in ISO 8601 has a year of four digits.
    let asked = options.year.filter(|year| (1..=9999).contains(year));
    let found = metadata::read(text, places, &lines, first_heading, asked);
    set_aside_repeated(&found.repeated, &mut noise, &mut lines, &mut marked);
    let year = found.metadata.year;
    let (outline, items) = outline::tree(text, places, &lines, &marked, year);
    let passages = passages::find(text, &lines, &marked, &outline, year);

    // text → numbers → figures
    let cited = citations::find(text, places, lines.iter().map(|line| line.words));
    let markers = marker_spans(&marked, &outline, &items);
    let own = OwnWords::of(options);
    let own_figures = own_figures::find(text, &lines, &options.patterns, &own);
    let mut own_rest = own_figures.as_slice();
    let known = known_places(text, &lines, &cited, &markers, &own);
    let town = found.metadata.place.as_deref().unwrap_or_default();
    let mut reader = Reader { text, town, own: &own, figures: Vec::new(), ignored: Vec::new() };
    let mut dates = Vec::new();
    let mut paths = Paths::new(text, places, &marked, &passages, year);
    let mut rest = known.as_slice();
    let untitled = found.metadata.title.as_deref().is_none_or(|title| dates::year_in(title).is_none());
    let mut scratch = Scratch::default();
    for line in lines.iter().filter(|_| needed.dates) {
        let standing = paths.advance(line.words);
        let split = rest.partition_point(|(span, _)| span.start < line.words.end);
        let (here, later) = rest.split_at(split);
        rest = later;
        let split = own_rest.partition_point(|figure| figure.start() < line.words.end as usize);
        let (own_here, later) = own_rest.split_at(split);
        own_rest = later;
        let held = scratch.read_line(text, places.within(line.words), line, here, &standing, &mut dates);
        if needed.figures {
            scratch.allow(own_here);
            reader.read(LineOf {
                span: line.words,
                places: places.within(line.words),
                stretches: &scratch.stretches,
                events: &scratch.events,
                own: &scratch.own,
                period: standing.period,
                carried: standing.carried,
                heading: standing.heading,
            });
        }
        // A title names the year that the report is on, not when this or that was done. 现将情况报告如下：ends no title.
        let words = &text[line.words];
        if held.lasting.is_some()
            && (words.has_if(&is_sentence_stop) || words.trim_end_if(&is_space).ends_of(set!("：:")))
        {
            // Months hold on only where their year stands with them and the title names none.
            let dated = untitled && year.is_some_and(|year| dates::year_in(words) == Some(year));
            paths.carry(held, dated);
        }
    }
    let Reader { figures, ignored, .. } = reader;
    let mut relations = Vec::new();
    if needed.relations {
        relations = relations::find(text, places, &figures, options.language);
        relations.extend(claims::find(text, places, &lines, &marked, &outline, &items, &figures));
    }
    let subject = Subject {
        text,
        places,
        lines: &lines,
        marked: &marked,
        figures: &figures,
        dates: &dates,
        passages: &passages,
        relations: &relations,
        metadata: &found.metadata,
        garbled: found.garbled,
        head: &found,
        works: &cited.works,
    };
    let findings = if needed.findings { findings::find(&subject, options) } else { Vec::new() };

    let report = Report {
        text,
        parts,
        metadata: found.metadata,
        outline,
        items,
        figures,
        dates,
        citations: cited.works,
        relations,
        findings,
        noise,
        ignored,
        passages,
    };
    report.only_asked()
}

/// Spans count in 32 bits: a longer text is read up to the last character that fits.
fn within_reach(text: &str) -> &str {
    &text[..boundary(text, u32::MAX as usize)]
}

/// Lines that are the title once more are noise.
fn set_aside_repeated(repeated: &[Span], noise: &mut Vec<Noise>, lines: &mut Vec<Line>, marked: &mut [Marked]) {
    if repeated.is_empty() {
        return;
    }
    for heading in marked {
        heading.line -= repeated.partition_point(|span| span.start < heading.start());
    }
    lines.retain(|line| repeated.binary_search_by_key(&line.words.start, |span| span.start).is_err());
    noise.extend(repeated.iter().map(|span| Noise { span: *span, kind: NoiseKind::RepeatedTitle }));
    by_place(noise, |noise| (noise.span, 0));
}

/// The markers of headings and items.
fn marker_spans(marked: &[Marked], outline: &[Heading<'_>], items: &[Item<'_>]) -> Vec<Span> {
    fn collect(headings: &[Heading<'_>], out: &mut Vec<Span>) {
        for heading in headings {
            out.extend(heading.items.iter().map(|item| item.span));
            collect(&heading.children, out);
        }
    }
    let mut out: Vec<Span> = marked.iter().map(|heading| heading.marker).filter(|span| !span.is_empty()).collect();
    out.extend(items.iter().map(|item| item.span));
    collect(outline, &mut out);
    out
}

/// Everything whose numbers are no figures and that is known before dates are read, in order.
fn known_places(
    text: &str,
    lines: &[Line],
    cited: &citations::Citations<'_>,
    markers: &[Span],
    own: &OwnWords,
) -> Vec<Taken> {
    let mut out: Vec<Taken> = markers.iter().map(|span| (*span, Reason::Marker)).collect();
    out.extend(cited.works.iter().map(|work| (work.span, Reason::Citation)));
    out.extend(cited.numbers.iter().map(|span| (*span, Reason::DocumentNumber)));
    own.find_names(text, lines, &mut out);
    stretches::put_in_order(&mut out);
    out
}

/// What a line stands under.
struct Standing<'p> {
    /// The year that a heading above states, or else the report's where the text has named it before.
    period: Option<&'p str>,
    /// It is the report's and not a heading's.
    carried: bool,
    heading: &'p [u32],
    meant: Years,
}

/// The headings that are open, line after line.
struct Paths<'a> {
    text: &'a str,
    places: &'a Concordance,
    marked: &'a [Marked],
    passages: &'a [Passage],
    year: Option<u32>,
    next: usize,
    path: Vec<u32>,
    /// The times that each open heading's title names; the first is the one that holds.
    times: Vec<Vec<String>>,
    /// The same of the part without a number that the top headings stand in.
    part: Vec<String>,
    /// The report's year, once the text has named it: it holds until another is named. A plan is for another year.
    carried: Option<String>,
    /// The plan's year, likewise.
    planned: Option<String>,
    /// Whether the line read last stands in the plan.
    in_plan: bool,
}

impl<'a> Paths<'a> {
    fn new(
        text: &'a str,
        places: &'a Concordance,
        marked: &'a [Marked],
        passages: &'a [Passage],
        year: Option<u32>,
    ) -> Paths<'a> {
        Paths {
            text,
            places,
            marked,
            passages,
            year,
            next: 0,
            path: Vec::new(),
            times: Vec::new(),
            part: Vec::new(),
            carried: None,
            planned: None,
            in_plan: false,
        }
    }

    /// Goes on to this line.
    fn advance(&mut self, line: Span) -> Standing<'_> {
        let start = line.start;
        while let Some(heading) = self.marked.get(self.next).filter(|heading| heading.start() <= start) {
            let level = heading.level as usize;
            if self.path.len() < level {
                self.path.resize(level, 0);
            } else {
                self.path.truncate(level);
                if let Some(last) = self.path.last_mut() {
                    *last += 1;
                }
            }
            let times = period::of_title(self.text, self.places, heading.title, self.year);
            self.times.resize(level.saturating_sub(1), Vec::new());
            // A part holds over the numbered headings below it, and so does what its text turned to.
            if heading.style == Style::None && level == 1 {
                self.part = times;
            } else {
                self.times.push(times);
            }
            self.next += 1;
        }
        // Under “十四五”发展成就和“十五五”目标任务 a paragraph tells which of the two plans it is on.
        let of_plans = |times: &&mut Vec<String>| times.iter().filter(|iso| period::is_span_of_years(iso)).count() > 1;
        let text = self.text;
        if let Some(times) = self.open_times().filter(of_plans)
            && let Some(at) = period::of_plan(&text[line]).and_then(|plan| times.iter().position(|iso| *iso == plan))
        {
            let plan = times.remove(at);
            times.insert(0, plan);
        }
        let stated = self.times.iter().rev().chain([&self.part]).find_map(|times| times.first()).map(String::as_str);
        let passage = self.passages.partition_point(|passage| passage.span.start <= start);
        let plan = passage.checked_sub(1).is_some_and(|passage| self.passages[passage].role == Role::Plan);
        // The year of a span is the report's or that of the plan.
        let single = stated.filter(|period| !period::is_span_of_years(period));
        let year = match single.and_then(|period| period.get(..4)).and_then(|year| year.parse().ok()) {
            Some(stated) => Some(stated),
            None if plan => self.year.map(|year| year + 1),
            None => self.year,
        };
        self.in_plan = plan;
        let period = stated.or(if plan { &self.planned } else { &self.carried }.as_deref());
        let past = self.year.and_then(|own| year.map(|year| year.min(own)));
        Standing { period, carried: stated.is_none(), heading: &self.path, meant: Years { this: year, past } }
    }

    /// What holds at the end of a line: the report's year is carried on to the next ones.
    fn carry(&mut self, held: Held, dated: bool) {
        let Some(year) = self.year else { return };
        // 2025年是“十四五”收官之年。五年来，…: a span holds on wherever the line names it.
        let span = held.lasting.as_ref().filter(|iso| period::is_span_of_years(iso));
        if let Some(iso) = span.cloned().or(held.opening) {
            self.turn_to(iso, year);
        }
        if self.in_plan {
            let next = held.lasting.filter(|iso| period::is_year(iso, year + 1));
            self.planned = next.or(self.planned.take());
            return;
        }
        // A report on a half year or on eleven months says so first; the year itself takes its place.
        let open = self.carried.as_deref().is_none_or(|iso| !period::is_year(iso, year));
        let begins = |iso: &String| dated && self.carried.is_none() && period::begins_year(iso, year);
        if open && let Some(iso) = held.lasting.filter(|iso| period::is_year(iso, year) || begins(iso)) {
            self.carried = Some(iso);
        }
    }

    /// The times that hold here, of the innermost title that names any.
    fn open_times(&mut self) -> Option<&mut Vec<String>> {
        self.times.iter_mut().rev().chain([&mut self.part]).find(|times| !times.is_empty())
    }

    /// A title that names several times, or years up to the report's: the one that a paragraph opens with holds from there on.
    fn turn_to(&mut self, iso: String, year: u32) {
        let Some(times) = self.open_times() else { return };
        match times.iter().position(|named| *named == iso) {
            Some(at) => {
                times.remove(at);
                times.insert(0, iso);
            }
            None if period::is_year(&iso, year) && times.iter().any(|named| period::ends_with_year(named, year)) => {
                times.insert(0, iso);
            }
            None => {}
        }
    }
}

/// What is known of one line; its room is used again for the next.
#[derive(Default)]
struct Scratch {
    stretches: Vec<Stretch>,
    free: Vec<Stretch>,
    events: Vec<Event>,
    readings: Vec<Reading>,
    taken: Vec<Taken>,
    own: Vec<OwnFigure>,
}

impl Scratch {
    /// Keeps of `own` what touches no marker, date, work or document number of the line, in a quotation or outside.
    fn allow(&mut self, own: &[OwnFigure]) {
        self.own.clear();
        work::done(own.len());
        let (mut next, mut end) = (0, 0);
        for figure in own {
            while let Some((span, reason)) = self.taken.get(next) {
                if span.start as usize >= figure.quantity.end {
                    break;
                }
                if *reason != Reason::Name {
                    end = end.max(span.end as usize);
                }
                next += 1;
            }
            if end <= figure.start() {
                self.own.push(*figure);
            }
        }
    }

    fn read_line<'t>(
        &mut self,
        text: &'t str,
        places: Places<'_>,
        line: &Line,
        known: &[Taken],
        standing: &Standing<'_>,
        dates: &mut Vec<DateMention<'t>>,
    ) -> Held {
        for room in [&mut self.stretches, &mut self.free] {
            room.clear();
        }
        self.events.clear();
        self.readings.clear();
        self.taken.clear();
        stretches::cut(line.words, known, &mut self.free);
        for stretch in self.free.iter().filter(|stretch| stretch.reason.is_none()) {
            dates::find(text, places, stretch.span, standing.meant.this, &mut self.readings, dates);
        }
        self.taken.extend_from_slice(known);
        self.taken.extend(self.readings.iter().map(|reading| (reading.span, Reason::Date)));
        stretches::quoted_names(text, places, &mut self.taken);
        stretches::put_in_order(&mut self.taken);
        stretches::cut(line.words, &self.taken, &mut self.stretches);
        period::events(text, places, line.words, &self.readings, standing.meant, standing.period, &mut self.events)
    }
}
