/**
 * JSON that comes back exactly: `JSON.stringify` writes -0 as 0. Throws RangeError for NaN and infinities, which JSON would
 * turn into null. `value` is made of plain objects, arrays, text, numbers, booleans and null; undefined fields are left out.
 */
export function exactJson(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(exactJson).join(',')}]`;
  let fields = '';
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${exactJson(field)}`;
  }
  return `{${fields}}`;
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no place in JSON`);
  return Object.is(value, -0) ? '-0' : String(value);
}
