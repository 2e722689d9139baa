import { OpenedFiles } from '../shell/opened-files';
import { type FileSink, type NewFileOptions, newFileSink } from '../shell/save-file';

/** Files of the phone that come in and go out. */
export interface Files {
  /** Asks where a new file goes; call it in the person's own click. Null where they chose nothing. */
  newFile(options: NewFileOptions): Promise<FileSink | null>;
  /** Gives `take` the files the system opens the app with, until it is stopped: those that wait, and those that come. */
  takeOpened(take: (file: Blob) => void): () => void;
}

export function open(): Files {
  let opened: OpenedFiles | undefined;
  return {
    newFile: newFileSink,
    takeOpened(take) {
      opened ??= new OpenedFiles();
      return opened.subscribe(take);
    },
  };
}
