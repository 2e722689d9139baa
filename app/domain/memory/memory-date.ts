const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Earlier years are slips, such as 0021. */
const FIRST_YEAR = 1000;

/** Whether the text is a day, a month or a year there is: `2019-07-14`, `2019-07` or `2019`. */
export function isMemoryDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = FORM.exec(text) ?? [];
  if (!year || Number(year) < FIRST_YEAR) return false;
  const whole = `${year}-${month}-${day}`;
  const date = new Date(`${whole}T00:00Z`);
  // The 30th of February is taken for a day of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
}
