import { streamOf } from '../../base/streams';
import { CodeBeside } from '../backup/copies/code-beside';
import { CopyFolder } from '../backup/copies/copy-folder';
import { secondFolder, WHOLE_PREFIX } from './folder';
import { type RecordLine, recordFile, recordLines } from './record-file';

/*
 * The files of the second place. See: [Note: A store that may be doomed]
 *
 * `whole-N.records`: all of the journal, as it was at the latest when N writes had been counted. `write-N.records`: what write N
 * changed; `write-N-erased.records` if something was erased by it. What a file says counts more than what files of smaller numbers
 * say. `code.txt` opens the wrap that lies in them if the journal has no secrets of its own.
 */
const WHOLE = /^whole-(\d{12})\.records$/;
const WRITE = /^write-(\d{12})(-erased)?\.records$/;

const numbered = (count: number): string => String(count).padStart(12, '0');

/** What the names of its files say. */
export interface SecondPlaceFiles {
  /** The newest whole journal; null if there is none. */
  readonly whole: SecondFile | null;
  /** Later writes, oldest first. */
  readonly writes: readonly (SecondFile & { readonly erases: boolean })[];
}

export interface SecondFile {
  readonly name: string;
  readonly count: number;
}

/** A folder in the browser's private file system, apart from the store, that holds what the store may lose. */
export class SecondPlace {
  readonly code: CodeBeside;

  private constructor(private readonly folder: CopyFolder) {
    this.code = new CodeBeside(folder);
  }

  /** Null if the browser has no private file system. */
  static async open(journalName: string): Promise<SecondPlace | null> {
    const folder = await CopyFolder.reach(secondFolder(journalName), 'flushed');
    return folder && new SecondPlace(folder);
  }

  async files(): Promise<SecondPlaceFiles> {
    const names = await this.folder.names();
    const whole = matching(names, WHOLE).at(-1) ?? null;
    const writes = matching(names, WRITE).filter(({ count }) => count > (whole?.count ?? -1));
    return { whole, writes: writes.map((file) => ({ ...file, erases: file.name.includes('-erased') })) };
  }

  /** Writes the whole journal, reads it back, and removes the files that it makes needless. */
  async putWhole(count: number, lines: AsyncIterable<RecordLine>): Promise<void> {
    const name = `${WHOLE_PREFIX}${numbered(count)}.records`;
    await this.#write(name, lines);
    for (const old of await this.folder.names()) {
      const found = matching([old], WHOLE)[0] ?? matching([old], WRITE)[0];
      if (found && old !== name && found.count <= count) await this.folder.remove(old);
    }
  }

  async putWrite(count: number, lines: readonly RecordLine[], erases: boolean): Promise<void> {
    await this.#write(`write-${numbered(count)}${erases ? '-erased' : ''}.records`, lines);
  }

  /** The lines of a file. Throws RecordFileBroken. */
  async *lines({ name }: SecondFile): AsyncGenerator<RecordLine, void> {
    const file = await this.folder.file(name);
    if (file) yield* recordLines(file);
  }

  #write(name: string, lines: AsyncIterable<RecordLine> | Iterable<RecordLine>): Promise<void> {
    return this.folder.write(
      name,
      (sink) => streamOf<Uint8Array>(recordFile(lines)).pipeTo(sink),
      async (file) => {
        for await (const _ of recordLines(file));
      },
    );
  }
}

const matching = (names: readonly string[], pattern: RegExp): SecondFile[] =>
  names
    .flatMap((name) => {
      const found = pattern.exec(name)?.[1];
      return found === undefined ? [] : [{ name, count: Number(found) }];
    })
    .sort((a, b) => a.count - b.count);
