export * from '../../src/report/chinese/explanations.ts';
