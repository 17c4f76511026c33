// Bytes to text: which encoding, and how sure. Nothing here knows of files or of the page.

/** Encodings that a Chinese report is met in, by the names that they are shown under. */
export const ENCODINGS = /** @type {const} */ (["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5"]);

/** @typedef {typeof ENCODINGS[number]} Encoding */
/** @typedef {{ text: string, encoding: Encoding, lost: number }} Decoded lost: how many places could not be read, now � */

/** One place in so many may be unreadable (a file cut short, a bad block); with more it is not text in that encoding. */
const LOST_ONE_IN = 300;
const SAMPLE = 64 * 1024;

/**
 * The text that these bytes are in that encoding, whatever comes out.
 * @param {Uint8Array} bytes
 * @param {Encoding} encoding
 * @returns {Decoded}
 */
export function decodeAs(bytes, encoding) {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, lost: (text.match(/\ufffd/g) || []).length };
}

/**
 * How much a text looks like Chinese or plain Latin rather than like bytes misread: 1 is all, below 0.9 is doubtful. Rare
 * characters count against it; misreadings are full of them.
 * @param {string} text
 */
export function likeness(text) {
  let all = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    all++;
    if (code < 0x20 ? code === 9 || code === 10 || code === 13 || code === 12 : code < 0x7f) good++;
    else if (code >= 0x4e00 && code <= 0x9fa5) good += COMMON.has(text[i]) ? 1 : 0.8;
    else if ((code >= 0x2010 && code <= 0x203b) || (code >= 0x2100 && code <= 0x22ff) || (code >= 0x2460 && code <= 0x25ff)) good++;
    else if ((code >= 0x3000 && code <= 0x3017) || (code >= 0xff01 && code <= 0xff5e) || code === 0xb7 || code === 0xa0) good++;
    else if (code >= 0xd800 && code <= 0xdfff) good += 0.7;
  }
  return all === 0 ? 0 : good / all;
}

/** The characters that reports are full of. */
export const COMMON = new Set(
  "的一是在了和有大这中人上为个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严镇村街乡司司治宣传普法依执监督落纠纷矛盾排化解群众服务检察审批推进加强深入积极有效贯彻乡镇综合安全生产环境保护扶贫振兴教育医疗就业保险养老低保",
);

/**
 * A byte order mark decides; then UTF-8 if the bytes are that throughout; then what looks most like a text.
 * @param {Uint8Array} bytes
 * @returns {Decoded | "binary" | "unknown"}
 */
export function decode(bytes) {
  // A copy that broke off, or a program that writes whole blocks, leaves zeros at the end.
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  if (end > 0 && end + 4 <= bytes.length) bytes = bytes.subarray(0, end + ((end % 2) & (bytes[1] === 0 ? 1 : 0)));

  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, "UTF-16LE");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, "UTF-16BE");
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeAs(bytes, "UTF-8");
  const zeros = bytes.indexOf(0) >= 0;
  if (!zeros && isAll(bytes, "UTF-8")) return decodeAs(bytes, "UTF-8");

  /** @type {{ encoding: Encoding, score: number }[]} */
  const ways = [];
  const sample = bytes.subarray(0, SAMPLE);
  for (const encoding of ENCODINGS) {
    const wide = encoding.startsWith("UTF-16");
    if (zeros ? !wide : wide && bytes.length % 2 === 1) continue;
    const { text } = decodeAs(sample, encoding);
    // Bytes that are no text can look like ideographs by the pair; a line's end and a stop cannot be had by chance.
    if (wide && (/[\0\ufffe\uffff]/.test(text) || (sample.length > 400 && !/[\n\r。，、 ]/.test(text)))) continue;
    ways.push({ encoding, score: likeness(text) });
  }
  // The order of ENCODINGS breaks ties; Big5 has to be clearly better, as most of its byte pairs are GB18030 as well.
  const worth = (/** @type {typeof ways[number]} */ way) => way.score - (way.encoding === "Big5" ? 0.05 : 0);
  ways.sort((a, b) => worth(b) - worth(a));
  for (const { encoding, score } of ways) {
    if (score < (encoding.startsWith("UTF-16") ? 0.85 : 0.6)) continue;
    const decoded = decodeAs(bytes, encoding);
    if (decoded.lost * LOST_ONE_IN <= decoded.text.length || (decoded.lost === 1 && decoded.text.endsWith("\ufffd") && decoded.text.length > 20)) return decoded;
  }
  return zeros ? "binary" : "unknown";
}

/** @param {Uint8Array} bytes @param {string} encoding */
function isAll(bytes, encoding) {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The charset that a web page declares in its first bytes, as one of ours; null where it declares none that is.
 * @param {Uint8Array} bytes
 * @returns {Encoding | null}
 */
export function declared(bytes) {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 4096));
  const found = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) || /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head);
  return found ? named(found[1]) : null;
}

/** @param {string} label @returns {Encoding | null} */
export function named(label) {
  let name;
  try {
    name = new TextDecoder(label).encoding;
  } catch {
    return null;
  }
  if (name === "gbk") name = "gb18030";
  return ENCODINGS.find((each) => each.toLowerCase() === name) || null;
}

/**
 * The text of a web page's bytes: a byte order mark, then what the page says if it is true, then as any text.
 * @param {Uint8Array} bytes
 */
export function decodePage(bytes) {
  const says = declared(bytes);
  // A page that was read as ASCII cannot be UTF-16, whatever it says.
  if (says && !says.startsWith("UTF-16") && isAll(bytes, says) && bytes[0] !== 0xef) return decodeAs(bytes, says);
  return decode(bytes);
}
