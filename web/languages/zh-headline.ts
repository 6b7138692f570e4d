export * from '../../src/report/chinese/headline.ts';
