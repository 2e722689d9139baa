import { CHOICES } from './choices';

/*
 * One view of the app at a time, over sample data: `npm run dev`, then `/preview`. What is chosen stands in the address, so it
 * outlives the reload that follows a change of a file. The view has a frame of its own, as large as a phone's screen.
 */
const form = document.createElement('form');
const frame = document.createElement('iframe');
const query = new URLSearchParams(location.search);

for (const [name, values] of Object.entries(CHOICES)) {
  const select = Object.assign(document.createElement('select'), { name });
  select.append(...values.map((value) => new Option(value, value, false, value === query.get(name))));
  const label = document.createElement('label');
  label.append(name, select);
  form.append(label);
}
form.addEventListener('change', show);
document.body.append(form, frame);
show();

function show(): void {
  const chosen = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  history.replaceState({}, '', `?${chosen}`);
  const [width = '', height = ''] = (chosen.get('size') ?? '').split('x');
  Object.assign(frame, { title: chosen.get('view') ?? '', width, height, src: `/preview/frame?${chosen}` });
}
