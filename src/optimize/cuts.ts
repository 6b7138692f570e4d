import { rowsOf, type Rows } from '../linear/program.ts';
import type { OracleAnswer, Pieces } from './oracle.ts';

/** A tangent of one piece: piece value <= `constant` + `slope` · x, for every x, when the piece is concave. */
export interface Cut {
  readonly piece: number;
  readonly columns: readonly number[];
  readonly slope: Float64Array;
  readonly constant: number;
}

/** The tangents of all pieces at `spend`. */
export function cutsAt(answer: OracleAnswer, spend: Float64Array, pieces: Pieces): readonly Cut[] {
  const columns: number[][] = Array.from({ length: pieces.count }, () => []);
  pieces.ofColumn.forEach((piece, column) => columns[piece]!.push(column));
  return columns.map((own, piece) => {
    let constant = answer.pieces[piece]!;
    const slope = Float64Array.from(own, (column) => answer.gradient[column]!);
    own.forEach((column, k) => {
      constant -= slope[k]! * spend[column]!;
    });
    return { piece, columns: own, slope, constant };
  });
}

/** How far the piece values of `answer` lie above a cut: more than rounding means that a piece is not concave. */
export function violation(cut: Cut, answer: OracleAnswer, spend: Float64Array): number {
  let bound = cut.constant;
  cut.columns.forEach((column, k) => {
    bound += cut.slope[k]! * spend[column]!;
  });
  return answer.pieces[cut.piece]! - bound;
}

/** Cuts as rows of the master program, where piece p is column `firstPiece + p`. */
export function cutRows(cuts: readonly Cut[], firstPiece: number): Rows {
  return rowsOf(
    cuts.map((cut) => ({
      terms: [
        [firstPiece + cut.piece, 1] as const,
        ...cut.columns.map((column, k) => [column, -cut.slope[k]!] as const),
      ],
      upper: cut.constant,
    })),
  );
}
