import line from '../../../models/expression/covered.json' with { type: 'json' };
import manifest from '../../../models/models.json' with { type: 'json' };
import type { ModelRole } from '../protocol';
import type { CoverLine } from '../steps/covered';

/** How frame pixels become input numbers: (pixel / 255 - mean) / std per channel, then weighted by `luma` for grey. */
export interface InputSpec {
  readonly name: string;
  /** [crops, channels, height, width]. */
  readonly shape: readonly number[];
  readonly color: 'rgb' | 'grey';
  readonly mean: readonly number[];
  readonly std: readonly number[];
  /** Weight of red, green and blue; for grey only. */
  readonly luma?: readonly number[];
}

export interface OutputSpec {
  readonly name: string;
  readonly shape: readonly number[];
  /** `logit`: a sigmoid, or a softmax where the model has labels, is still to come. */
  readonly activation?: string;
}

/** Where a group of mesh points (their mean) belongs in the expression crop, 0..1 from its top left. */
export interface TemplatePoint {
  readonly landmarks: readonly number[];
  readonly x: number;
  readonly y: number;
}

/** One entry of models.json. */
export interface ModelSpec {
  readonly id: string;
  readonly version: string;
  /** Path below `models/`. */
  readonly file: string;
  /** Hexadecimal SHA-256 of the file. */
  readonly sha256: string;
  readonly bytes: number;
  readonly input: InputSpec;
  readonly outputs: readonly OutputSpec[];
  readonly labels?: readonly string[];
  /** Divides the logits before the softmax (Guo et al. 2017, arXiv 1706.04599); 1 where absent. */
  readonly temperature?: number;
  /** How faces were registered when the model was trained; `DEFAULT_TEMPLATE` of align.ts where absent. */
  readonly template?: readonly TemplatePoint[];
}

export type Models = Readonly<Record<ModelRole, ModelSpec>>;

/**
 * models.json is part of the build: the hashes in it come with the code that checks them, so that no server or cache can
 * exchange a model without the app noticing.
 */
export const MODELS = manifest.models as unknown as Models;

/** What readings are stamped with. */
export const modelName = ({ id, version }: ModelSpec): string => `${id} ${version}`;

/** Width (and height) of a model's square input in pixels. */
export const inputSize = (spec: ModelSpec): number => spec.input.shape[3]!;

/** What tells a covered face from the expression model's embedding. */
export const COVER_LINE: CoverLine = line;
