import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

/** Folders of other people's files, and of what is made. */
const NOT_OURS = /^(node_modules|dist|\.git|\.cache|test\/fixtures)$/;

/** Every file of the project, by its path from the root. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = normalize(join(folder, one.name));
    if (NOT_OURS.test(path)) return [];
    return one.isDirectory() ? filesBelow(path) : [path];
  });
}

const files = filesBelow('.');
const documents = files.filter((file) => file.endsWith('.md'));
const sources = files.filter((file) => /\.(ts|mjs|css|html|py)$/.test(file));
const textOf = (file: string): string => readFileSync(file, 'utf8');

/** A document without its blocks of code. */
const prose = (file: string): string => textOf(file).replace(/^```[\s\S]*?^```/gm, '');

/** What a heading is called in an address, as the sites that show Markdown make it. */
const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

const headingsOf = (file: string): string[] =>
  [...prose(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slugOf(heading!));

/** Whether a link of a document leads to a file, and to a heading of it where it names one. */
function leads(from: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? from : normalize(join(dirname(from), path));
  if (!existsSync(file)) return false;
  return heading === undefined || (file.endsWith('.md') && headingsOf(file).includes(heading));
}

test('every link between the documents leads somewhere', () => {
  const links = documents.flatMap((file) =>
    [...prose(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => ({ file, link: link! })),
  );
  const own = links.filter(({ link }) => !/^https?:/.test(link));
  assert.ok(own.length > 10);
  assert.deepEqual(
    own.filter(({ file, link }) => !leads(file, link)),
    [],
  );
});

/** `app/journal/vault/vault.ts`, `models/detector`, `test/e2e/`: not `models/<role>/CARD.md`, nor a path with a star. */
const PATH = /^(?:app|sw|models|test|assets|docs|\.github|\.ci)(?:\/[\w.-]+)+\/?$/;

test('every path that a document names exists', () => {
  const named = documents.flatMap((file) =>
    [...textOf(file).matchAll(/`([^`\n]+)`/g)]
      .map(([, words]) => words!)
      .filter((words) => PATH.test(words))
      .map((path) => ({ file, path })),
  );
  assert.ok(named.length > 40);
  assert.deepEqual(
    named.filter(({ path }) => !existsSync(path)),
    [],
  );
});

test('every command that a document or a comment names exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const named = [...documents, ...sources].flatMap((file) =>
    [...textOf(file).matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g)].map(([, script]) => ({ file, script })),
  );
  assert.ok(named.length > 20);
  assert.deepEqual(
    named.filter(({ script }) => !(script! in scripts)),
    [],
  );
});

test('every script of package.json is told of in CONTRIBUTING.md', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const told = textOf('CONTRIBUTING.md');
  assert.deepEqual(
    Object.keys(scripts).filter((name) => !new RegExp(`\`npm (run )?${name}\\b`).test(told)),
    [],
  );
});

/** Documents that the app writes itself, for the people who use it. */
const WRITTEN = ['codebook.md', 'licences.md'];

test('every document that a comment cites exists', () => {
  const cited = sources.flatMap((file) =>
    [...textOf(file).matchAll(/(?:\/\/|^ *\/?\*|#).*?([\w./-]+\.md)\b/gm)].map(([, document]) => ({
      file,
      document: document!,
    })),
  );
  const exists = ({ file, document }: { file: string; document: string }): boolean =>
    WRITTEN.includes(document) || [document, join(dirname(file), document)].some((path) => existsSync(path));
  assert.ok(cited.length > 3);
  assert.deepEqual(
    cited.filter((one) => !exists(one) && !one.document.includes('CARD.md')),
    [],
  );
});

/** Every place where a mechanism note is written or cited. A note begins its comment; who cites one says so first. */
const notes = sources
  .filter((file) => file !== 'test/architecture/documents.test.ts')
  .flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line) => {
        const [, start = '', title] = /^(.*?)\[Note: ([^\]]+)\]/.exec(line) ?? [];
        return title ? [{ file, title, isWritten: /^[\s/*#]*$/.test(start) }] : [];
      }),
  );

test('every mechanism note that is cited is written once', () => {
  const written = notes.filter(({ isWritten }) => isWritten).map(({ title }) => title);
  assert.ok(written.length > 5);
  assert.deepEqual(written, [...new Set(written)], 'written twice');
  assert.deepEqual(
    notes.filter(({ title, isWritten }) => !isWritten && !written.includes(title)),
    [],
  );
});

test('each mechanism note that docs/architecture.md lists stands where it says', () => {
  const [, table = ''] = /## Notes in the code\n([\s\S]*)/.exec(textOf('docs/architecture.md')) ?? [];
  const listed = [...table.matchAll(/^\| ([^|`]+) \| `([^`]+)` \|$/gm)].map(([, title, file]) => `${title}: ${file}`);
  const written = notes.filter(({ isWritten }) => isWritten).map(({ title, file }) => `${title}: ${file}`);
  assert.ok(listed.length > 10);
  assert.deepEqual(
    listed.filter((one) => !written.includes(one)),
    [],
  );
});

test('no document is empty, and each one but the forms begins with a heading', () => {
  for (const file of documents.filter((one) => !one.startsWith('.github'))) {
    assert.ok(statSync(file).size > 200, file);
    assert.match(textOf(file), /^# /, file);
  }
});
