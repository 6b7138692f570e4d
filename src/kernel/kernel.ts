import { POWER, POWER_LOST } from '../numeric/exp-table.ts';
import { QUICK_POWER } from '../numeric/quick-exp.ts';
import { QUICK_POWER_OF_2 } from '../numeric/quick-exp2.ts';
import { QUICK_LN } from '../numeric/quick-ln.ts';
import { QUICK_LOG2 } from '../numeric/quick-log2.ts';
import type { Address } from './address.ts';
import { KERNEL_TEXT } from './bytes.generated.ts';
import type { KernelCode } from './kernel-code.ts';
import { recorderOf, type Step, type Tape } from './tape.ts';
import { bytesOf } from './text.ts';

/** The compiled kernel with a memory of its own, handed out from the bottom up and taken back as a whole. */
export interface Kernel {
  readonly code: KernelCode;
  /** The memory as doubles. Read it anew after every `room`, which may move the memory. */
  numbers(): Float64Array;
  /** Room for so many doubles; what is in it is left over from before. */
  room(count: number): Address;
  /** Whether there is room for so many doubles without more memory. */
  hasRoom(count: number): boolean;
  /** Room with the numbers of a row copied into it. */
  put(row: Float64Array): Address;
  /** The same for a row of draws that plain code made, which cannot be done again without it. */
  copy(row: Float64Array): Address;
  /** Room with a table of addresses. */
  putTable(addresses: readonly Address[]): Address;
  /** Everything handed out so far stays; what comes after it is taken back by `release`. */
  hold(): void;
  release(): void;
  /** From now on the memory stays where it is, for those who look at rows in it; `room` throws when it is full. */
  fix(): void;
  /**
   * Does some work on draws; gives what can do it again on others as many, with the numbers that were put where they were;
   * undefined where that cannot be. Only the last such tape is good. Rows that are not made by the kernel's functions must
   * not change meanwhile.
   */
  record(work: () => void): Tape | undefined;
  /** Does a step of such work that is not just one of its functions with the same numbers each time. */
  also(step: Step): void;
  /** Says that plain code writes draws to the memory, so that the work cannot be done again without it. */
  byHand(): void;
  /** As if newly opened, but for what is left over: whoever had rooms before has none now. */
  reset(): void;
}

const PAGE = 65536;
/** What the high half of a double grows by when its exponent grows by 1. */
const EXPONENT_STEP = 1 << 20;
/** Bytes for the numbers of a tape. */
export const TAPE = 4 << 20;
/** Rows begin this far apart from a power of two: the processor's cache would put rows that do not in one place. */
const PADDING = 64;

/** The kernel, or undefined where the host cannot run it: no WebAssembly, or none with vectors of two doubles. */
export function openKernel(): Kernel | undefined {
  const code = instance();
  if (code === undefined) return undefined;
  let numbers = new Float64Array(code.memory.buffer);
  const bottom = aligned(code.freeMemory());
  const recorder = recorderOf(code);
  let held = bottom;
  let free = bottom;
  let fixed = false;
  /** Where the numbers of the last tape stand. */
  let taped: Address | undefined;
  /** Room for the numbers of the tape that is being recorded. */
  let keeping: { free: Address; readonly end: Address } | undefined;
  let repeatable = false;
  const room = (count: number): Address => {
    const address = free;
    free = aligned(free + 8 * count + PADDING);
    if (free > numbers.byteLength) {
      if (fixed) throw new Error('the memory of the kernel is full');
      code.memory.grow(Math.ceil((free - numbers.byteLength) / PAGE));
      numbers = new Float64Array(code.memory.buffer);
    }
    return address;
  };
  const kept = (count: number): Address => {
    const bytes = 8 * count + PADDING;
    if (keeping === undefined || keeping.free + bytes > keeping.end) {
      repeatable = false;
      return room(count);
    }
    const address = keeping.free;
    keeping.free = aligned(address + bytes);
    return address;
  };
  const put = (row: Float64Array): Address => {
    const address = kept(row.length);
    numbers.set(row, address / 8);
    return address;
  };
  return {
    code,
    numbers: () => numbers,
    room,
    hasRoom: (count) => aligned(free + 8 * count + PADDING) <= numbers.byteLength,
    put,
    copy(row) {
      repeatable = false;
      return put(row);
    },
    putTable(addresses) {
      const words = new Uint32Array(addresses.length + (addresses.length % 2));
      words.set(addresses);
      return put(new Float64Array(words.buffer));
    },
    hold() {
      held = free;
    },
    release() {
      free = held;
    },
    fix() {
      fixed = true;
    },
    record(work) {
      taped ??= held;
      keeping = { free: taped, end: aligned(taped + TAPE) };
      held = keeping.end;
      free = held;
      repeatable = true;
      let tape: Tape | undefined;
      try {
        const steps = recorder.stepsOf(work);
        if (repeatable) tape = { play: (by) => steps.every((step) => step(by) !== false) };
      } finally {
        keeping = undefined;
        if (tape === undefined) held = taped;
      }
      return tape;
    },
    also: recorder.also,
    byHand() {
      repeatable = false;
    },
    reset() {
      taped = undefined;
      held = bottom;
      free = bottom;
      fixed = false;
    },
  };
}

let compiled: WebAssembly.Module | undefined | 'impossible';

function instance(): KernelCode | undefined {
  if (compiled === 'impossible') return undefined;
  try {
    compiled ??= new WebAssembly.Module(bytesOf(KERNEL_TEXT));
    const code = { ...new WebAssembly.Instance(compiled).exports } as unknown as KernelCode;
    fill(code, code.powerTable(), POWER);
    fill(code, code.powerLostTable(), POWER_LOST);
    fill(code, code.quickPowerTable(), QUICK_POWER);
    fill(code, code.quickLnTable(), QUICK_LN);
    fill(code, code.quickLog2Table(), QUICK_LOG2);
    fill(code, code.quickPowerOf2Table(), lessSteps(QUICK_POWER_OF_2));
    code.fillOctaves();
    return code;
  } catch {
    // The host says no, once and for all: the plain twin gives the same numbers, more slowly.
    compiled = 'impossible';
    return undefined;
  }
}

function fill(code: KernelCode, address: Address, table: Float64Array): void {
  new Float64Array(code.memory.buffer, address, table.length).set(table);
}

/** Powers of two, each less what the number of its step adds to its bits where a double has its exponent. */
function lessSteps(powers: Float64Array): Float64Array {
  const less = powers.slice();
  const halves = new Uint32Array(less.buffer);
  for (let j = 0; j < less.length; j++) halves[2 * j + 1]! -= j * (EXPONENT_STEP / less.length);
  return less;
}

function aligned(address: Address): Address {
  return Math.ceil(address / 16) * 16;
}
