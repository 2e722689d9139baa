import { TRACE_COLUMNS, type TraceColumns } from '../../app/domain/face/trace-columns';

/** The trace's columns with one more, as a version 4 would add it: two numbers that the face's box gives. */
export const WIDER_COLUMNS = {
  ...TRACE_COLUMNS,
  faceSize: {
    since: 4,
    of: 'face',
    type: 'f32',
    numbers: [
      { name: 'face_width', label: 'width of the face in the picture' },
      { name: 'face_height', label: 'height of the face in the picture' },
    ],
    unit: 'share of the picture',
    range: [0, 1],
    citation: 'Only a test has it',
    read: ({ box }) => [box.width, box.height],
  },
} as const satisfies TraceColumns;
