/*
 * Copyright the Audit User contributors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** `VERIFY.md`: how a third party checks a package without our software. */
export function toVerifyText(files: readonly string[]): string {
  const records = files.filter((name) => name.endsWith('.ndjson'));
  return `# How to check this package

You need nothing of ours. On Linux or macOS, in the folder into which you unpacked it:

    sha256sum -c SHA256SUMS

(macOS: \`shasum -a 256 -c SHA256SUMS\`; Windows PowerShell: \`Get-FileHash *\` and compare.) Every line must say OK.
A file that is changed by one byte, a missing file or a changed manifest fails.

1. **Is the package whole?** It is when it unpacks without an error and holds \`manifest.json\` and \`SHA256SUMS\`, which are
   written last. An export that was cut off has neither.
2. **Does it say that it is complete?** \`"status": "complete"\` in \`manifest.json\`; else \`"limits"\` says in words what is missing.
3. **Are all records there?** ${
    records.length === 0
      ? 'This package holds no records, only tables and figures.'
      : `Each line of ${records.map((name) => `\`${name}\``).join(' and ')} is one record of the log with its place (\`_index\`, \`_id\`).
   \`wc -l\` must give the number in \`"rows"\` of the manifest; "countedBefore", "read" and "countedAfter" are counts of
   OpenSearch and of the export.`
  }
4. **Were they changed since?** The checksums above. To be sure that the package itself was not replaced as a whole, compare the
   SHA-256 of the ZIP with the one that was handed over by another way (noted, signed, mailed) when it was made.
${
  files.includes('reviews.json')
    ? `5. **Do the signed reviews hold?** Each record in \`reviews.json\` has in "hash" the SHA-256 of its other fields as
   canonical JSON (RFC 8785), and in "previousHash" the hash of the record before it.
`
    : ''
}${files.includes('reviews.json') ? 6 : 5}. **Recount:** \`scripts/verify_evidence\` of the Audit User repository counts records, days and clusters again (Node.js, no packages).

What this does not prove: that the log held everything that happened. A checksum shows that nothing changed *since the
extraction*. Administrators can change an index; compare with the write-once copy in object storage where there is one.
`;
}
