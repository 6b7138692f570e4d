/*
 * The reference model (bench/simulator/reference.mjs) in C: `kernel MODEL DRAWS`, with MODEL the numbers that
 * bench/simulator/doubles.mjs writes. To be compiled with -O3 -march=native -ffast-math and linked with -lm: logarithms,
 * exponentials, sines and cosines are then the vector functions of the C library, as wide as the processor allows.
 *
 * Blocks stay in the first cache; each line of the inner loops is one vector operation over a block. Quantile functions
 * are tables read by linear interpolation.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BLOCK = 512, PARAMETERS = 7, LANES = 16, TABLES = 4 };

typedef struct {
  double mu[3], sigma[3]; /* price, value, half saturation */
  double reach;
  const double *spend, *season, *tables[TABLES]; /* click rate, conversion rate, slope, retention */
} Channel;

static uint32_t state[4][LANES];

/* Small fast counter generators side by side (sfc32, by Chris Doty-Humphrey). */
static void random_words(uint32_t *restrict out, int count) {
  for (int i = 0; i < count; i += LANES)
    for (int l = 0; l < LANES; l++) {
      uint32_t t = state[0][l] + state[1][l] + state[3][l];
      state[3][l] += 1;
      state[0][l] = state[1][l] ^ (state[1][l] >> 9);
      state[1][l] = state[2][l] + (state[2][l] << 3);
      state[2][l] = ((state[2][l] << 21) | (state[2][l] >> 11)) + t;
      out[i + l] = t;
    }
}

static void seed(uint64_t x) {
  for (int s = 0; s < 3; s++)
    for (int l = 0; l < LANES; l++) {
      x += 0x9e3779b97f4a7c15;
      uint64_t z = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
      z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
      state[s][l] = (uint32_t)(z >> 32);
    }
  for (int l = 0; l < LANES; l++) state[3][l] = 1;
  uint32_t drop[16 * LANES];
  random_words(drop, 16 * LANES);
}

/* Box and Muller: two normal numbers from two uniform ones. Loops apart, or the compiler calls a scalar sincos. */
static void normals(double *restrict out) {
  uint32_t words[BLOCK];
  double radius[BLOCK / 2], angle[BLOCK / 2];
  random_words(words, BLOCK);
  for (int i = 0; i < BLOCK / 2; i++) {
    radius[i] = sqrt(-2 * log((words[i] + 0.5) * 0x1p-32));
    angle[i] = (int32_t)words[i + BLOCK / 2] * (M_PI * 0x1p-31);
  }
  for (int i = 0; i < BLOCK / 2; i++) out[i] = radius[i] * cos(angle[i]);
  for (int i = 0; i < BLOCK / 2; i++) out[i + BLOCK / 2] = radius[i] * sin(angle[i]);
}

static int cells;
static double reach_of_tables;

static void look_up(const double *restrict table, const double *restrict z, double *restrict out) {
  double scale = cells / (2 * reach_of_tables), middle = cells / 2.0;
  for (int i = 0; i < BLOCK; i++) {
    double place = z[i] * scale + middle; /* scores of 32-bit words are within the table */
    int cell = (int)place;
    out[i] = table[cell] + (place - cell) * (table[cell + 1] - table[cell]);
  }
}

static double sum_of(const double *restrict x) {
  double sum = 0;
  for (int i = 0; i < BLOCK; i++) sum += x[i];
  return sum;
}

static double square_of(const double *restrict x) {
  double sum = 0;
  for (int i = 0; i < BLOCK; i++) sum += x[i] * x[i];
  return sum;
}

/* One channel in one block: conversions and revenue by draw. */
static void channel_block(const Channel *c, const double factor[PARAMETERS][PARAMETERS], int periods,
                          double *restrict sold, double *restrict revenue) {
  double e[PARAMETERS][BLOCK + 8], z[PARAMETERS][BLOCK + 8], value[TABLES][BLOCK + 8];
  double k[BLOCK], at_work[BLOCK], total[BLOCK];
  for (int p = 0; p < PARAMETERS; p++) normals(e[p]);
  for (int p = 0; p < PARAMETERS; p++) {
    for (int i = 0; i < BLOCK; i++) z[p][i] = factor[p][0] * e[0][i];
    for (int q = 1; q <= p; q++)
      for (int i = 0; i < BLOCK; i++) z[p][i] += factor[p][q] * e[q][i];
  }
  look_up(c->tables[0], z[1], value[0]);
  look_up(c->tables[1], z[2], value[1]);
  look_up(c->tables[2], z[5], value[2]);
  look_up(c->tables[3], z[6], value[3]);
  const double *slope = value[2], *retention = value[3];
  for (int i = 0; i < BLOCK; i++) {
    k[i] = c->mu[0] + c->mu[2] + c->sigma[0] * z[0][i] + c->sigma[2] * z[4][i];
    at_work[i] = total[i] = 0;
  }
  for (int t = 0; t < periods; t++) {
    double spend = c->spend[t], season = c->season[t];
    for (int i = 0; i < BLOCK; i++) {
      at_work[i] = spend + retention[i] * at_work[i];
      total[i] += season / (1 + exp(slope[i] * (k[i] - log(at_work[i]))));
    }
  }
  for (int i = 0; i < BLOCK; i++) {
    sold[i] = 1000 * c->reach * value[0][i] * value[1][i] * total[i];
    revenue[i] = exp(c->mu[1] + c->sigma[1] * z[3][i]) * sold[i];
  }
}

/* Moves the k-th smallest of x[low..high] to its place, smaller ones before it (Hoare). */
static double nth(double *x, long low, long high, long k) {
  while (low < high) {
    double pivot = x[low + (high - low) / 2];
    long i = low, j = high;
    while (i <= j) {
      while (x[i] < pivot) i++;
      while (x[j] > pivot) j--;
      if (i <= j) {
        double swap = x[i];
        x[i++] = x[j];
        x[j--] = swap;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return x[k];
}

int main(int count_arguments, char **arguments) {
  if (count_arguments != 3) return 2;
  FILE *file = fopen(arguments[1], "rb");
  long draws = (atol(arguments[2]) + BLOCK - 1) / BLOCK * BLOCK;
  double head[6];
  if (file == NULL || fread(head, 8, 6, file) != 6) return 2;
  int channels = (int)head[0], periods = (int)head[1];
  cells = (int)head[2];
  reach_of_tables = head[3];
  double target = head[4], spent = 0, factor[PARAMETERS][PARAMETERS];
  size_t size = (size_t)head[5];
  double *numbers = malloc(8 * size);
  if (fread(numbers, 8, size, file) != size) return 2;
  double *next = numbers;
  memcpy(factor, next, sizeof factor);
  next += PARAMETERS * PARAMETERS;
  Channel *each = malloc(channels * sizeof(Channel));
  for (int c = 0; c < channels; c++) {
    for (int j = 0; j < 3; j++) each[c].mu[j] = *next++, each[c].sigma[j] = *next++;
    each[c].reach = *next++;
    each[c].spend = next, next += periods;
    each[c].season = next, next += periods;
    for (int j = 0; j < TABLES; j++) each[c].tables[j] = next, next += cells + 1;
    for (int t = 0; t < periods; t++) spent += each[c].spend[t];
  }

  double *profit = malloc(8 * draws), *sums = calloc(4 * (channels + 1), 8);
  seed(20261122);
  clock_t started = clock();
  for (long first = 0; first < draws; first += BLOCK) {
    double sold[BLOCK], revenue[BLOCK], all_sold[BLOCK] = {0}, all_revenue[BLOCK] = {0};
    for (int c = 0; c <= channels; c++) {
      if (c < channels) {
        channel_block(&each[c], factor, periods, sold, revenue);
        for (int i = 0; i < BLOCK; i++) all_sold[i] += sold[i], all_revenue[i] += revenue[i];
      }
      const double *s = c < channels ? sold : all_sold, *r = c < channels ? revenue : all_revenue;
      sums[4 * c] += sum_of(s), sums[4 * c + 1] += square_of(s);
      sums[4 * c + 2] += sum_of(r), sums[4 * c + 3] += square_of(r);
    }
    for (int i = 0; i < BLOCK; i++) profit[first + i] = all_revenue[i] - spent;
  }
  double mean = 0, square = 0, above = 0, worst = 0;
  for (long i = 0; i < draws; i++) {
    mean += profit[i];
    above += profit[i] > target;
  }
  mean /= draws;
  for (long i = 0; i < draws; i++) square += (profit[i] - mean) * (profit[i] - mean);
  double shares[5] = {0.05, 0.1, 0.5, 0.9, 0.95}, q05 = 0;
  long from = 0;
  for (int j = 0; j < 5; j++) {
    long k = (long)(shares[j] * draws);
    double found = nth(profit, from, draws - 1, k);
    if (j == 0) q05 = found;
    from = k;
  }
  long tail = draws / 20;
  for (long i = 0; i < tail; i++) worst += profit[i];
  double seconds = (double)(clock() - started) / CLOCKS_PER_SEC;
  printf("{\"seconds\":%.6f,\"draws\":%ld,\"mean\":%.6f,\"error\":%.6f,\"q05\":%.6f,\"worst\":%.6f,\"chance\":%.8f,"
         "\"check\":%.6f}\n",
         seconds, draws, mean, sqrt(square / (draws - 1.0) / draws), q05, worst / tail, above / draws, sums[0]);
  return 0;
}
