import { deepQuery } from '../../support/mount';

/** Chooses a file with this text on the import screen, as a person does. */
export function chooseFile(element: HTMLElement, text: string, name = 'export.csv'): void {
  const input = deepQuery<HTMLInputElement>(element.shadowRoot!, 'input[type=file]')!;
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
}
