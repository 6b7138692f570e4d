/** Byte address in the kernel's memory. */
export type Address = number;
