import type { Expression } from '../../domain/face/expression';

/** The regions of the face that patches are taken of: of the measures four and all of them, of the still model's answer, and of both together. */
export const PATCH_REGIONS = ['brows', 'eyes', 'nose and cheeks', 'mouth', 'whole', 'look', 'whole and look'] as const;
export type PatchRegion = (typeof PATCH_REGIONS)[number];

/** What training found: models/patches/model.json. */
export interface PatchModel {
  /** Stands beside every reading's changes. See: [Note: Video patches] */
  readonly constant: number;
  /** Columns of a basis. */
  readonly directions: number;
  readonly labels: readonly Expression[];
  readonly regions: readonly RegionModel[];
}

export interface RegionModel {
  readonly region: PatchRegion;
  /** Of a reading's changes, those that lie in the region: indices into `MOVES`, then into the labels. */
  readonly columns: readonly number[];
  /** Brings them to fewer numbers that tell the classes apart: a row for each column. */
  readonly map: readonly (readonly number[])[];
  readonly lengths: readonly LengthModel[];
}

/** The representatives of one region and length. */
export interface LengthModel {
  /** Places of a patch, ten a second. */
  readonly length: number;
  /** A basis each, column by column. */
  readonly bases: readonly (readonly number[])[];
  /** Index into the labels, one for each basis. */
  readonly classes: readonly number[];
  /** What its vote is worth, 0..1. */
  readonly weights: readonly number[];
}
