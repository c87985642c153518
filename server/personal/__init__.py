"""What tells a private person from others in a normal form: numbers, addresses, names. Text in, candidates out.

`mended` puts together what was typed in pieces, `surroundings` marks the cue words of a draft once; `numbers`, `spoken`, `papers`,
`mail`, `details` and `people` find candidates (`deeds` to whom a crime was done), `whose` says whether one is an office's own
(`citizens` whether a number is said to be a citizen's), `rows` whether they are a list of people. The cues are data.
"""
