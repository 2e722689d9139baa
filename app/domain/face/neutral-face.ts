/**
 * The neutral face of nobody in particular: median and 1.4826 MAD between people, in centimetres, of the 51 neutral faces of the Face
 * Research Lab London Set (DeBruine & Jones 2017, CC BY 4.0). By the name of a face measure, both sides as one.
 */
export const NEUTRAL_CM = {
  brow_inner: [1.815, 0.311],
  brow_outer: [1.778, 0.276],
  brow_gap: [3.522, 0.166],
  lid_upper: [0.551, 0.065],
  lid_lower: [-0.378, 0.043],
  cheek: [0.076, 0.04],
  fold: [-2.28, 0.064],
  nose_root: [2.328, 0.087],
  nose_wing: [-1.16, 0.08],
  nose_width: [3.417, 0.083],
  lip_upper: [-3.101, 0.113],
  lip_gap: [0.145, 0.08],
  lip_upper_thickness: [0.701, 0.056],
  lip_lower_thickness: [0.873, 0.064],
  lip_lower: [-4.826, 0.242],
  corner_up: [-4.129, 0.157],
  corner_out: [2.388, 0.093],
  corner_forward: [4.139, 0.11],
  mouth_width: [4.777, 0.182],
  mouth_curve: [-0.224, 0.055],
  lip_forward: [5.636, 0.096],
  chin_boss: [-6.394, 0.212],
  lip_chin: [1.968, 0.096],
  jaw: [6.779, 0.202],
} as const;
