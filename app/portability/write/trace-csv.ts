import type { Trace } from '../../domain/face/trace';
import { TABLES } from '../../variables/tables';
import { BYTE_ORDER_MARK, headerLine, rowLine } from '../csv';

/** The readings of one recall as a table. */
export function traceCsv(trace: Trace, variables = TABLES.traces): string {
  const lines = Array.from(trace.tMs, (_, index) => rowLine(variables, { trace, index }));
  return BYTE_ORDER_MARK + headerLine(variables) + lines.join('');
}
