/**
 * `gangmu/rules`: the rules that make findings, with what people read of them. Nothing of the wasm is loaded for it.
 */
import type { Confidence, Options, Rule, Severity } from "./gangmu.d.ts";

/** What a rule looks at. */
export type Family = "numbering" | "arithmetic" | "parts" | "dates" | "numbers" | "punctuation" | "wording" | "privacy";

/** How binding its clause is: 应, 宜 or 通常, 可; or no standard says so, but careful editors do. */
export type Force = "must" | "should" | "may" | "custom";

/** A rule, with what people read of it. */
export interface RuleRecord {
  /** Its name, which is stable. */
  name: Rule;
  /** What it looks at. */
  family: Family;
  /** How much its findings matter. */
  severity: Severity;
  /** How sure its findings are. */
  confidence: Confidence;
  /** How binding its clause is. */
  force: Force;
  /** The least profile that has it: "usual" is in "strict" too, "asked" in none. */
  profile: NonNullable<Options["profile"]>;
  /** All its places make one finding. */
  grouped: boolean;
  /** The clause that it follows; null where it is custom. */
  clause: string | null;
  /** What it says, in Chinese. */
  chinese: string;
  /** What it says, in English. */
  english: string;
  /** A text that it finds fault with, and the same text mended; null where a few lines cannot show it. */
  example: { wrong: string; right: string } | null;
}

/** Every rule, family by family. */
export const RULES: RuleRecord[];
