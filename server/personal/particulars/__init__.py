"""What identifies by itself: numbers, papers, e-mail, dates of birth, blood groups, addresses. Normal form in, candidates out; judges none."""
