export * from '../../src/report/chinese/limits.ts';
