export * from '../../src/report/chinese/wishes.ts';
