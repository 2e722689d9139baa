import { EVD, Matrix } from 'ml-matrix';

/**
 * An orthonormal basis of what the readings of a patch have in common: the first left singular vectors of the matrix that has them as columns,
 * found as the eigenvectors of its product with its own transpose, which is as small as a reading however long the patch is.
 * @param products that product, `width` x `width`, row by row
 * @returns `directions` columns of `width` numbers, the strongest first
 */
export function basisOf(products: Float64Array, width: number, directions: number): Float64Array {
  const { eigenvectorMatrix } = new EVD(Matrix.from1DArray(width, width, products), { assumeSymmetric: true });
  const basis = new Float64Array(width * directions);
  // Eigenvalues come in ascending order.
  for (let column = 0; column < directions; column++)
    for (let row = 0; row < width; row++) basis[column * width + row] = eigenvectorMatrix.get(row, width - 1 - column);
  return basis;
}
