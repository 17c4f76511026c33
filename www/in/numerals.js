// Ordinals written the ways that Word (w:numFmt) and CSS (list-style-type) know. A way that is not known here is decimal,
// as both Word and CSS have it.

const DIGITS = "零一二三四五六七八九";
const PLACES = ["", "十", "百", "千"];
const LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
const LEGAL_PLACES = ["", "拾", "佰", "仟"];
const LEGAL_DIGITS_TRADITIONAL = "零壹貳參肆伍陸柒捌玖";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

/**
 * @param {number} n
 * @param {string} digits
 * @param {string[]} places
 * @param {boolean} short 十一 rather than 一十一
 */
function chinese(n, digits, places, short) {
  if (n === 0) return digits[0];
  if (n > 9999) return String(n);
  let written = "";
  let gap = false;
  for (let place = String(n).length - 1; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) gap = true;
    else {
      if (gap && written) written += digits[0];
      gap = false;
      written += digits[digit] + places[place];
    }
  }
  return short && n > 9 && n < 20 ? written.slice(1) : written;
}

/** @param {number} n */
function roman(n) {
  if (n < 1 || n > 3999) return String(n);
  const signs = /** @type {const} */ ([
    [1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"],
    [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"],
  ]);
  let written = "";
  for (const [value, sign] of signs) {
    for (; n >= value; n -= value) written += sign;
  }
  return written;
}

/** A, B … Z, AA, BB (Word). @param {number} n */
const repeatedLetter = (n) => (n < 1 ? String(n) : String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26)));

/** A, B … Z, AA, AB (CSS). @param {number} n */
function letters(n) {
  if (n < 1) return String(n);
  let written = "";
  for (; n > 0; n = Math.floor((n - 1) / 26)) written = String.fromCharCode(65 + ((n - 1) % 26)) + written;
  return written;
}

/** @param {string} signs @returns {(n: number) => string} */
const cycle = (signs) => (n) => (n < 1 ? String(n) : signs[(n - 1) % signs.length]);

/** Signs of one block, from 1 on; decimal beyond. @param {number} first @param {number} last @returns {(n: number) => string} */
const signs = (first, last) => (n) => (n >= 1 && n <= last ? String.fromCharCode(first + n - 1) : String(n));

/** @param {number} n */
export const circled = (n) =>
  n === 0 ? "⓪"
  : n >= 1 && n <= 20 ? String.fromCharCode(0x2460 + n - 1)
  : n > 20 && n <= 35 ? String.fromCharCode(0x3251 + n - 21)
  : n > 35 && n <= 50 ? String.fromCharCode(0x32b1 + n - 36)
  : String(n);

/** @param {string} digits @returns {(n: number) => string} */
const digitByDigit = (digits) => (n) => String(n).replace(/\d/g, (digit) => digits[Number(digit)]);

/** @param {number} n */
const counting = (n) => chinese(n, DIGITS, PLACES, true);
/** @param {number} n */
const sixty = (n) => STEMS[(n - 1) % 10] + BRANCHES[(n - 1) % 12];
/** @param {number} n */
const legal = (n) => chinese(n, LEGAL_DIGITS, LEGAL_PLACES, false);
/** @param {number} n */
const legalTraditional = (n) => chinese(n, LEGAL_DIGITS_TRADITIONAL, LEGAL_PLACES, false);
/** @param {number} n */
const lowerRoman = (n) => roman(n).toLowerCase();

/** @type {Record<string, (n: number) => string>} */
const inWord = {
  decimalZero: (n) => String(n).padStart(2, "0"),
  decimalFullWidth: digitByDigit("０１２３４５６７８９"),
  decimalFullWidth2: digitByDigit("０１２３４５６７８９"),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: signs(0x2474, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  japaneseDigitalTenThousand: digitByDigit("〇一二三四五六七八九"),
  ideographDigital: digitByDigit("〇一二三四五六七八九"),
  taiwaneseDigital: digitByDigit("〇一二三四五六七八九"),
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legalTraditional,
  japaneseLegal: legalTraditional,
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographZodiacTraditional: sixty,
  ideographEnclosedCircle: signs(0x3280, 10),
  upperLetter: repeatedLetter,
  lowerLetter: (n) => repeatedLetter(n).toLowerCase(),
  upperRoman: roman,
  lowerRoman,
  numberInDash: (n) => `- ${n} -`,
  ordinal: (n) => n + (/1\d$/.test(String(n)) ? "th" : ["th", "st", "nd", "rd"][n % 10] || "th"),
  none: () => "",
};

/** @type {Record<string, (n: number) => string>} */
const inCss = {
  "decimal-leading-zero": inWord.decimalZero,
  "cjk-ideographic": counting,
  "cjk-decimal": digitByDigit("〇一二三四五六七八九"),
  "simp-chinese-informal": counting,
  "trad-chinese-informal": counting,
  "simp-chinese-formal": legal,
  "trad-chinese-formal": legalTraditional,
  "japanese-informal": counting,
  "cjk-heavenly-stem": cycle(STEMS),
  "cjk-earthly-branch": cycle(BRANCHES),
  "circled-decimal": circled,
  "upper-alpha": letters,
  "upper-latin": letters,
  "lower-alpha": (n) => letters(n).toLowerCase(),
  "lower-latin": (n) => letters(n).toLowerCase(),
  "upper-roman": roman,
  "lower-roman": lowerRoman,
};

/** Names that Word's own HTML has for some of its formats (mso-level-number-format). @type {Record<string, string>} */
const inWordHtml = {
  "alpha-upper": "upperLetter",
  "alpha-lower": "lowerLetter",
  "roman-upper": "upperRoman",
  "roman-lower": "lowerRoman",
  "arabic-leading-zero": "decimalZero",
  "chinese-counting": "chineseCounting",
  "chinese-counting-thousand": "chineseCountingThousand",
  "chinese-legal-simplified": "chineseLegalSimplified",
  "japanese-counting": "japaneseCounting",
  "ideograph-traditional": "ideographTraditional",
  "ideograph-zodiac": "ideographZodiac",
  "ideograph-digital": "ideographDigital",
  "ideograph-enclosed-circle": "ideographEnclosedCircle",
  "decimal-enclosed-circle": "decimalEnclosedCircle",
  "decimal-enclosed-circle-chinese": "decimalEnclosedCircleChinese",
  "decimal-enclosed-parenthesis": "decimalEnclosedParen",
  "decimal-enclosed-fullstop": "decimalEnclosedFullstop",
  "decimal-full-width": "decimalFullWidth",
  "image": "bullet",
};

/** @param {string} format of w:numFmt @param {number} n */
export const wordNumeral = (format, n) => (inWord[format] || String)(n);

/** @param {string} format of mso-level-number-format */
export const wordFormat = (format) => inWordHtml[format] || format;

/** @param {string} type of list-style-type @param {number} n */
export const cssNumeral = (type, n) => (inCss[type] || String)(n);

/** The marker that a browser draws for that list-style-type. @param {string} type @param {number} n */
export function cssMarker(type, n) {
  if (/^(cjk-|simp-|trad-|japanese-)/.test(type)) return `${cssNumeral(type, n)}、`;
  return type === "circled-decimal" ? circled(n) : `${cssNumeral(type, n)}.`;
}

/**
 * A marker and the words it stands before. Between them Word has a tab and browsers a gap: a space is enough, and
 * nothing where the marker ends in a mark that keeps its own distance.
 * @param {string} marker
 * @param {string} words
 */
export function marked(marker, words) {
  const mark = marker.trim();
  if (!mark) return words;
  return /[、，．：）〕】》\]\u2460-\u24ff\u3200-\u32ff]$/.test(mark) || !words ? mark + words : `${mark} ${words}`;
}
