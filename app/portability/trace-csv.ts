import type { Trace } from '../domain/trace';
import { BYTE_ORDER_MARK, headerLine, rowLine } from './csv';
import { traceVariables } from './trace-variables';

/** The readings of one recall as a table. */
export function traceCsv(trace: Trace): string {
  const variables = traceVariables();
  const lines = Array.from(trace.tMs, (_, index) => rowLine(variables, { trace, index }));
  return BYTE_ORDER_MARK + headerLine(variables) + lines.join('');
}
