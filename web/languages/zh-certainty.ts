export * from '../../src/report/chinese/certainty.ts';
