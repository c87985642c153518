"""Of whom a draft tells and whether one can be recognised: victims, patients, children, the accused, who is tagged. Knows no particulars."""
