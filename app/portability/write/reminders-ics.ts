import type { Moment } from '../../domain/moment/moment';
import { wallMs } from '../../domain/moment/moment';
import { fieldOfMinute } from '../../domain/reminders/minutes';

/** The longest line of a calendar file, in bytes without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

export interface ReminderCalendar {
  /** Minutes after midnight. */
  readonly times: readonly number[];
  /** From this day on. */
  readonly now: Moment;
  readonly title: string;
  readonly note: string;
}

/**
 * The times as a calendar file (RFC 5545): one event a time, every day, with an alarm at its minute. Its times belong to no zone, so
 * that they are the person's own wherever they travel. An event keeps its name, so that a file that is opened again adds nothing
 * twice.
 */
export function remindersIcs({ times, now, title, note }: ReminderCalendar): string {
  const stamp = new Date(now.epochMs).toISOString().replace(/[-:]|\.\d+/g, '');
  const day = new Date(wallMs(now)).toISOString().slice(0, 10).replaceAll('-', '');
  const events = times.flatMap((minute) => {
    const time = fieldOfMinute(minute).replace(':', '');
    return [
      'BEGIN:VEVENT',
      `UID:reverie-reminder-${time}`,
      `DTSTAMP:${stamp}`,
      `DTSTART:${day}T${time}00`,
      'DURATION:PT5M',
      'RRULE:FREQ=DAILY',
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(note)}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:PT0S',
      `DESCRIPTION:${escaped(title)}`,
      'END:VALARM',
      'END:VEVENT',
    ];
  });
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Reverie//Reminders//EN', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Text as a value of a property (RFC 5545, 3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

/** A line in pieces of at most `LONGEST_LINE` bytes, never cut within a character; each further piece begins with a space. */
function folded(line: string): string {
  const pieces = [''];
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > LONGEST_LINE) {
      pieces.push(' ');
      bytes = 1;
    }
    pieces[pieces.length - 1] += character;
    bytes += size;
  }
  return pieces.join('\r\n');
}
