/**
 * What a file of types declares, read by TypeScript's own parser. TypeScript 7 has none that a program could call, so the one
 * before it stands beside it as `typescript-5`.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript-5";
import { inRoot } from "../run.mjs";

/**
 * @typedef {{ name: string, type: string, doc: string, optional: boolean }} Member
 * @typedef {{ name: string, kind: "function" | "interface" | "type" | "class" | "value", signature: string, doc: string,
 *   notes: { name: string, text: string }[], members: Member[] }} Declaration
 *   `signature`: as written, without comments; of an interface its head only. `notes`: what the tags say, of what is thrown, given back and taken.
 * @typedef {{ file: string, doc: string, declarations: Declaration[] }} Module
 */

/** @param {string | undefined} comment The text of a comment, still with its stars. */
const plain = (comment = "") => comment.replace(/^\/\*\*|\*\/$/g, "").replace(/^[ \t]*\* ?/gm, "").trim();

/** @param {ts.Node} node */
const jsdocOf = (node) => /** @type {ts.JSDoc[]} */ (/** @type {any} */ (node).jsDoc ?? []).at(-1);

/** @param {ts.JSDoc | undefined} doc */
const sentenceOf = (doc) => (doc ? ts.getTextOfJSDocComment(doc.comment) ?? "" : "");

/** @param {ts.JSDoc | undefined} doc */
const notesOf = (doc) =>
  (doc?.tags ?? []).map((tag) => {
    const name = ts.isJSDocParameterTag(tag) ? tag.name.getText() : tag.tagName.text;
    // `@throws {Type}`: the type is no part of the comment.
    const type = ts.isJSDocThrowsTag(tag) && tag.typeExpression ? `${tag.typeExpression.type.getText()}: ` : "";
    return { name, text: type + (ts.getTextOfJSDocComment(tag.comment) ?? "").replace(/^[-–] /, "") };
  });

/** The source of a node as it is written, without the comments in it. @param {ts.Node} node @param {ts.SourceFile} source */
const written = (node, source) => node.getText(source).replace(/[ \t]*\/\*[^]*?\*\/\n?/g, "");

/** @param {ts.NodeArray<ts.TypeElement | ts.ClassElement>} members @param {ts.SourceFile} source @returns {Member[]} */
function membersOf(members, source) {
  const all = members
    .filter((member) => !ts.getModifiers(/** @type {any} */ (member))?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword))
    .map((member) => {
      const name = member.name ? member.name.getText(source).replace(/"/g, "") : ts.isConstructorDeclaration(member) ? "constructor" : "";
      const property = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member);
      const type = property && member.type ? written(member.type, source) : written(member, source).replace(/;$/, "");
      const optional = property && member.questionToken !== undefined;
      return { name, type, optional, doc: sentenceOf(jsdocOf(member)) };
    });
  // What is given and what may be put there, or the ways to call one method, are one member.
  return all.reduce((/** @type {Member[]} */ merged, member) => {
    const same = merged.find(({ name }) => name === member.name);
    if (!same) return [...merged, member];
    same.type += `\n${member.type}`;
    same.doc ||= member.doc;
    return merged;
  }, []);
}

/** A union of object types, each with its own comment, is read as members: what tells them apart is their first field. @param {ts.TypeNode} type @param {ts.SourceFile} source @returns {Member[]} */
function variantsOf(type, source) {
  const types = ts.isUnionTypeNode(type) ? type.types.filter(ts.isTypeLiteralNode) : [];
  if (!ts.isUnionTypeNode(type) || types.length < type.types.length) return [];
  const variants = types.map((each, index) => {
    // The comment stands before the stroke.
    const comments = ts.getLeadingCommentRanges(source.text, index === 0 ? type.pos : types[index - 1].end) ?? [];
    const last = comments.at(-1);
    const first = written(each.members[0], source).replace(/;$/, "");
    const name = /"([^"]+)"/.exec(first)?.[1] ?? first;
    return { name, type: written(each, source).replace(/\s+/g, " "), optional: false, doc: plain(last && source.text.slice(last.pos, last.end)) };
  });
  // Where nothing is said of each, the type says all there is.
  return variants.some(({ doc }) => doc !== "") ? variants : [];
}

/** @param {string} file From the project's folder: "js/gangmu.d.ts". @returns {Module} */
export function declarationsOf(file) {
  const text = readFileSync(inRoot(file), "utf8");
  const source = ts.createSourceFile(path.basename(file), text, ts.ScriptTarget.Latest, true);
  /** @type {Declaration[]} */
  const declarations = [];
  for (const statement of source.statements) {
    const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) continue;
    const doc = jsdocOf(statement);
    const about = { doc: sentenceOf(doc), notes: notesOf(doc) };
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      const signature = written(statement, source).replace(/^export (declare )?/, "").replace(/;$/, "");
      const same = declarations.find(({ name, kind }) => kind === "function" && name === statement.name?.text);
      if (same) same.signature += `\n${signature}`;
      else declarations.push({ name: statement.name.text, kind: "function", signature, members: [], ...about });
    } else if (ts.isInterfaceDeclaration(statement) || (ts.isClassDeclaration(statement) && statement.name)) {
      const kind = ts.isInterfaceDeclaration(statement) ? "interface" : "class";
      const name = /** @type {ts.Identifier} */ (statement.name).text;
      const heritage = (statement.heritageClauses ?? []).map((clause) => ` ${clause.getText(source)}`).join("");
      declarations.push({ name, kind, signature: `${kind} ${name}${heritage}`, members: membersOf(statement.members, source), ...about });
    } else if (ts.isTypeAliasDeclaration(statement)) {
      const members = ts.isTypeLiteralNode(statement.type) ? membersOf(statement.type.members, source) : variantsOf(statement.type, source);
      const whole = written(statement, source).replace(/^export /, "").replace(/;$/, "");
      const signature = members.length > 0 ? `type ${statement.name.text}` : whole;
      declarations.push({ name: statement.name.text, kind: "type", signature, members, ...about });
    } else if (ts.isVariableStatement(statement)) {
      for (const each of statement.declarationList.declarations) {
        const signature = `const ${written(each, source)}`;
        declarations.push({ name: each.name.getText(source), kind: "value", signature, members: [], ...about });
      }
    }
  }
  // The comment over the file is the first of the first statement, where that has one of its own as well or is an import.
  const first = ts.getLeadingCommentRanges(text, 0) ?? [];
  const own = source.statements[0] && ts.isImportDeclaration(source.statements[0]) ? first.length > 0 : first.length > 1;
  return { file, doc: own ? plain(text.slice(first[0].pos, first[0].end)) : "", declarations };
}
