/**
 * How alike two subspaces are: the projection kernel, the sum of the squared cosines between the columns of their orthonormal bases. 0 where they
 * are at right angles, as many as there are columns where they are the same (Hayat & Bennamoun, IEEE TAFFC 5(3):301-313, 2014).
 * @param width numbers of a column; both bases have the same number of columns, one after the other
 */
export function projectionKernel(one: ArrayLike<number>, other: ArrayLike<number>, width: number): number {
  let sum = 0;
  for (let a = 0; a < one.length; a += width) {
    for (let b = 0; b < other.length; b += width) {
      let cosine = 0;
      for (let at = 0; at < width; at++) cosine += one[a + at]! * other[b + at]!;
      sum += cosine * cosine;
    }
  }
  return sum;
}
