/**
 * What the editor lets into the text: well-formed Unicode, and no more than a document holds. A pair of surrogates is
 * kept when both halves come in one transaction, as keyboards, IMEs and emoji pickers give them; a half that comes
 * alone becomes U+FFFD at once, because UTF-8 cannot carry it: others would see what one does not see oneself.
 */

import {
  EditorSelection,
  EditorState,
  type Extension,
  type Text,
  Transaction,
  type TransactionSpec,
} from "@codemirror/state";

const highEnd = /[\uD800-\uDBFF]$/;
const lowStart = /^[\uDC00-\uDFFF]/;

/** The half of a pair that stands before `position`, when `position` is in the middle of one; else "". */
function halfBefore(doc: Text, position: number): string {
  if (position === 0 || position === doc.length) return "";
  const half = doc.sliceString(position - 1, position);
  return highEnd.test(half) && lowStart.test(doc.sliceString(position, position + 1)) ? half : "";
}

/** `transaction` such that the text stays well-formed: no pair is torn, no half is put in. */
function wellFormed(transaction: Transaction): TransactionSpec {
  if (!transaction.docChanged) return transaction;
  const { doc } = transaction.startState;
  const changes: { from: number; to: number; insert: string }[] = [];
  let isMended = false;
  transaction.changes.iterChanges((from, to, _newFrom, _newTo, inserted) => {
    const text = inserted.toString();
    const before = halfBefore(doc, from);
    const after = halfBefore(doc, to) === "" ? "" : doc.sliceString(to, to + 1);
    // What is left of a pair stays if the new text makes it whole again, and goes with its other half if not.
    const head = lowStart.test(text) ? before : "";
    const tail = highEnd.test(text) ? after : "";
    const insert = (head + text + tail).toWellFormed();
    isMended ||= insert !== text || before !== "" || after !== "";
    changes.push({ from: from - before.length, to: to + after.length, insert });
  });
  if (!isMended) return transaction;
  const { selection, effects, scrollIntoView, startState } = transaction;
  const length = startState.changes(changes).newLength;
  const within = ({ anchor, head }: { anchor: number; head: number }) =>
    EditorSelection.range(Math.min(anchor, length), Math.min(head, length));
  const mended = selection && EditorSelection.create(selection.ranges.map(within), selection.mainIndex);
  const userEvent = transaction.annotation(Transaction.userEvent);
  return {
    changes,
    effects,
    scrollIntoView,
    ...(mended === undefined ? {} : { selection: mended }),
    ...(userEvent === undefined ? {} : { userEvent }),
  };
}

/**
 * Keeps what is typed, pasted or dropped well-formed, and takes nothing in that makes the text longer than `most()`
 * UTF-16 code units: then `tellTooLong` is called. What comes from others is let in as it is.
 */
export function acceptedText(most: () => number, tellTooLong: () => void): Extension {
  return [
    EditorState.transactionFilter.of(wellFormed),
    EditorState.transactionFilter.of((transaction) => {
      const isTooLong =
        transaction.docChanged &&
        transaction.isUserEvent("input") &&
        transaction.newDoc.length > Math.max(most(), transaction.startState.doc.length);
      if (!isTooLong) return transaction;
      tellTooLong();
      return [];
    }),
  ];
}
