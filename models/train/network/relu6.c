/* ReLU6 of bfloat16 numbers. PyTorch 1.13 goes through float32 for it and takes three passes over memory for the gradient: a
   quarter of a step. */
#include <stddef.h>
#include <stdint.h>

/* Bits of 6. Those of positive numbers are ordered as the numbers are; negative numbers are negative integers. */
#define SIX 0x40C0

/* Brings n numbers into 0..6, in place. */
void relu6_forward(int16_t *x, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] = x[i] < 0 ? 0 : x[i] > SIX ? SIX : x[i];
}

/* Sets to 0 those of n gradients whose result y is not between 0 and 6. */
void relu6_backward(const uint16_t *y, uint16_t *gradient, size_t n) {
  for (size_t i = 0; i < n; i++) gradient[i] = (uint16_t)(y[i] - 1) < SIX - 1 ? gradient[i] : 0;
}
