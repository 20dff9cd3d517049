### Palavras que o terminal e a janela têm em comum.

product = Fifty Minutes
language-name = Português (Brasil)
