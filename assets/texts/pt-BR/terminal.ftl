### Palavras que só o terminal usa.

complaint = fifty-minutes: { $what }
no-window-built = esta versão foi construída sem janela. Faça a sessão no terminal: fifty-minutes play CASO
choose-again = Escolha um número de 1 a { $most }, ou o nome de uma resposta. Ctrl e D saem.
ask-leave-out = Para deixar de fora algo disto, agora ou mais tarde, digite deixar de fora e o nome: { $topics }.
ask-help = Digite ajuda a qualquer momento para um momento para você e para saber a quem recorrer.
help-leave = A sessão espera o tempo que você quiser. Ctrl e D saem da sala; a sessão pode ser continuada depois.
command-help = ajuda
command-leave-out = deixar de fora
left-out = Deixado de fora daqui em diante: { $topic }.
content-left-out = deixado de fora
case-broken = o caso “{ $case }” não pode ser usado até que isto seja corrigido:
choices-unreadable = as escolhas em { $file } não podem ser lidas: { $why }
choice-refused = { $file }, linha { $line }: { $why }
resume-other-case = { $id } é uma sessão de “{ $case }”. Indique esse caso: fifty-minutes play { $case }
window-options = --case, --exam, --no-record, --seed, --mute, --reduced-motion e --size antes de um comando são para a janela; coloque-os depois do comando, se ele os aceitar
ask-resume = Uma sessão de “{ $title }” foi interrompida depois de { $moves } { $moves ->
    [one] resposta
   *[other] respostas
  }, iniciada em { $started }. Continuar? [S/n]
ask-expects = Como você acha que a pessoa vai sair daqui?
ask-felt = O que você sentiu nesta sessão?
nothing-kept = Nada desta sessão foi guardado.
kept = Guardada como { $id }. Leia de novo com: { $command }
supposed-before = Continua a partir do que o caso supõe ter acontecido antes. Para continuar a partir de uma sessão sua: fifty-minutes play { $case } --after ID
comes-again = A próxima sessão continua daqui com: { $command }
left = Você saiu da sala; a sessão está guardada como { $id }. Continue com: { $command }
file-exists = { $file } já existe e ficou como está. Indique outro arquivo, ou use --overwrite
begin-unwritable = { $why }. Libere espaço, escolha outro lugar com --data-dir ou faça uma sessão sem registro com --no-record
file-unwritable = não é possível gravar { $file }: { $why }
no-records = Ainda não há registros.
record-line = { $id }  sessão { $session }  iniciada em { $started }  { $moves } { $moves ->
    [one] resposta
   *[other] respostas
  }  { $state }
record-unfinished = não concluída
record-torn = não concluída; o fim não pôde ser lido e será posto de lado
record-empty = vazio: o programa foi interrompido antes de a sessão começar
record-damaged = danificado na linha { $line }; nada foi mudado. O que vem antes pode ser salvo com: fifty-minutes records recover { $id }
record-no-header = não é o registro de uma sessão, ou está danificado na primeira linha; não se pode confiar em nada dele. Nada foi alterado
record-newer = gravado por uma versão mais nova do programa; deixado como está
record-unreadable = não pode ser lido
new-bad-id = “{ $id }” não pode ser o nome de um caso: use letras minúsculas, algarismos e hifens, no máximo 64, e não “cast”, que representa as pessoas de que se parte
new-exists = { $folder } já existe; nada foi mudado. Escolha outro nome
new-unwritable = não é possível gravar em { $folder }: { $why }
new-made =
    Foi criado { $folder }: uma sessão pequena que pode ser feita assim como está.
    Para fazê-la uma vez, sem que nada dela seja guardado:
      fifty-minutes{ $at } play { $id } --no-record
    Para saber, depois de cada mudança sua, o que ainda não está certo; quando tudo está bem, ele não diz nada:
      fifty-minutes{ $at } check
new-made-desk =
    Para vê-la na janela como um mapa que acompanha o que você salva:
      fifty-minutes{ $at } --desk { $id }

still-made = Desenhado em { $file }.
still-too-large = { $count } imagens desse tamanho dão uma folha grande demais; escolha um --size menor, menos pessoas ou menos estados
still-empty = ainda não há ninguém em “{ $case }”. Acrescente pessoas ao case.ron
still-too-many-states = lado a lado, cada pessoa mostra um estado, e há { $states } para { $people ->
    [one] uma pessoa
   *[other] { $people } pessoas
  }. Deixe alguns de fora, ou indique mais pessoas
still-nobody = ninguém aqui se chama “{ $person }”. { $help }
still-no-state = não há um estado chamado “{ $state }”. { $help }
still-no-weather = não há um tempo chamado “{ $weather }”. { $help }
still-no-camera = uma câmera não faz nada chamado “{ $camera }”. { $help }

sheet-made = { $file }: { $texts } textos, { $translated } deles traduzidos, { $stale } destes a conferir.
sheet-same-language = “{ $case }” já está escrito em { $language }
sheet-loses = { $lost ->
    [one] uma tradução
   *[other] { $lost } traduções
  } em { $file } não { $lost ->
    [one] pertence
   *[other] pertencem
  } a nenhum texto de “{ $case }” e { $lost ->
    [one] se perderia
   *[other] se perderiam
  }; nada foi gravado. É a planilha desse caso? Indique outro arquivo, ou use --overwrite
sheet-unwritable = a planilha não pode ser gravada em { $file }: { $why }

## Transcrições

test-outcome = { $run ->
    [0] Nenhuma transcrição foi executada.
    [one] Uma transcrição foi executada.
   *[other] { $run } transcrições foram executadas.
  } { $differing ->
    [0] Nenhuma difere do que se espera.
    [one] Uma difere do que se espera.
   *[other] { $differing } diferem do que se espera.
  }
transcript-no-case = não há um caso “{ $case }” que possa ser usado
transcript-no-case-help = `check` diz o que há de errado com ele.
transcript-unclear = “{ $line }” não pode ser entendido aqui
transcript-empty = não há nada depois de `{ $what }`
transcript-empty-help = Escreva o que se quer dizer logo depois, na mesma linha.
transcript-no-number = “{ $found }” não é um número inteiro
transcript-sessions = a última sessão do caso é a { $there }
transcript-no-before = nenhuma transcrição “{ $name }” ao lado desta leva a sessão anterior até o fim
transcript-rest = o que vem depois
transcript-enough = não foi examinado: { $most } diferenças bastam para começar
transcript-nobody = ninguém com esse nome vem
catalogue-title = Os casos
catalogue-lead = Feito por `fifty-minutes catalogue`: o que há em cada sessão e como ela se sai quando todos a jogam. O que se diz de pontuações, desfechos e fatos é o que se encontrou nestes roteiros, e não vale para mais nada. Um jogador que não escuta segue uma só ideia, como perguntar sempre ou escolher sempre a resposta mais calorosa: { $runs } sessões de cada um.
catalogue-languages = Idiomas: { $languages }
catalogue-partly = { $language } (em parte)
format-Individual = uma pessoa
format-Couple = um casal
format-Family = uma família
catalogue-beats = Momentos do roteiro
catalogue-replies = Respostas
catalogue-words = Palavras ditas, vistas e feitas
catalogue-minutes = Minutos
catalogue-moments = Trechos por tipo de momento
catalogue-endings = Como podem ir embora
catalogue-facts = Fatos que podem vir à tona
catalogue-scores = Pontuações alcançáveis
catalogue-expert = Quem conhece o roteiro
catalogue-naive = Quem não escuta
catalogue-of = { $there } de { $all }
catalogue-good = { $good } de { $runs } sessões boas em tudo; em média { $means }
catalogue-best-naive = no máximo { $good } % das sessões de um jogador são boas em tudo; as melhores médias: { $means }
transcript-over = a sessão terminou
transcript-on-offer = o que se pode responder: { $offered }
transcript-late = `{ $key }:` está aqui tarde demais ou duas vezes
transcript-late-help = Escreva uma única vez, acima da primeira escolha e da primeira expectativa.
transcript-no-reply = a sessão não tem a resposta “{ $reply }”
transcript-no-fact = o caso não tem o fato “{ $fact }”

## O que se pode alcançar

explore-title = { $case }, sessão { $session }, semente { $seed }: o que se pode alcançar neste roteiro, depois de { $moves } jogadas.
explore-highest-exact = máximo: { $value }, exato
explore-highest-between = máximo: { $value } foi encontrado; nenhuma sessão passa de { $bound }
explore-lowest-exact = mínimo: { $value }, exato
explore-lowest-between = mínimo: { $value } foi encontrado; nenhuma sessão fica abaixo de { $bound }
explore-never-enough = nenhuma sessão diz o bastante para este escore
explore-over-seeds = em { $seeds } sementes: { $mean } em média, dispersão { $spread }
explore-endings = Desfechos
explore-facts = Fatos
explore-way = { $id }, depois de { $replies } { $replies ->
    [one] resposta
   *[other] respostas
  }
explore-no-way = { $id }: nenhum caminho foi encontrado
explore-beats = Nenhum caminho foi encontrado para estes beats: { $beats }
explore-no-hours = Não foi encontrada nenhuma sessão que seja boa nos três e não deixe risco sem resposta.
explore-hour = Boa em tudo: empatia { $empathy }, acordo sobre os objetivos { $goals }, limites { $boundaries }

## Teste com jogadores

playtest-title = { $case }, sessão { $session }: { $runs } sessões de cada jogador a partir da semente { $seed }, { $rate } jogadas por segundo.
playtest-beats = beats encontrados
playtest-replies = respostas dadas
playtest-guards = lados das condições
playtest-phrasings = redações encontradas
playtest-facts = fatos contados
playtest-player = média (faixa)
playtest-good = tudo bom
playtest-leaves = como saíram
playtest-changing = As respostas preferidas mudam com o estado da pessoa em { $changing } dos { $menus } menus que foram encontrados em vários estados.
playtest-won = { $player } tem uma resposta preferida em qualquer estado em { $won } { $won ->
    [0] menus
    [one] menu: { $beats }
   *[other] menus: { $beats }
  }
playtest-passes = Está firme.
playtest-fails = Ainda não está firme.

player-Random = ao acaso
player-First = a primeira da tela
player-Longest = a mais longa
player-Shortest = a mais curta
player-Warmest = a mais calorosa
player-AlwaysAsk = sempre pergunta
player-AlwaysReflect = sempre reflete
player-AlwaysDeepest = sempre a mais funda
player-AlwaysExplores = sempre explora
player-Adviser = conselheiro
player-Pleaser = quem quer agradar
player-Silent = silencioso
player-RuptureFarmer = caçador de rupturas
player-Systematic = uma vez em cada lugar
player-Expert = especialista

## O que só se descobre jogando

moment-Emotional = oportunidades emocionais
moment-Goal = negociações de objetivos
moment-Boundary = lugares em que um limite está em jogo
moment-Rupture = marcadores de ruptura
moment-Cue = sinais

proof-at-once = de imediato
proof-dead-end = no beat “{ $beat }” nada pode ser respondido e a sessão não terminou; o caminho mais curto até lá: { $way }
proof-help-dead-end = Mantenha três respostas abertas aconteça o que acontecer, ou encerre a sessão aqui.
proof-round = a partir do beat “{ $beat }” nada de novo pode mais vir, com { $minutes } minutos restantes; o caminho mais curto até lá: { $way }
proof-help-round = Veja as condições das saídas: alguma delas está invertida?
proof-never-met = nenhum jogador e nenhuma busca chegou ao beat “{ $beat }”
proof-help-never-met = Veja as condições nos caminhos até ele.
proof-never-told = nenhum jogador e nenhuma busca conseguiu trazer à tona o fato “{ $fact }”
proof-help-never-told = Peça menos em `needs`, ou deixe mais caminhos levarem ao beat que o conta.
proof-never-holds = esta condição nunca valeu onde foi perguntada
proof-help-never-holds = Está invertida, ou pede demais? Uma condição que nunca vale esconde o que está atrás dela.
proof-always-holds = esta condição valeu onde quer que tenha sido perguntada
proof-help-always-holds = Está invertida, ou é desnecessária? Retire-a, ou faça com que distinga dois estados.
proof-never-asked = esta condição nunca foi perguntada: algo antes dela sempre vem primeiro
proof-help-never-asked = Coloque-a mais cedo, ou restrinja o que está antes dela.
proof-few-endings = as pessoas saem de menos de { $least } maneiras aqui: { $there }
proof-help-few-endings = Deixe que o que acontece na sessão decida como elas saem.
proof-never-mended = nenhuma ruptura foi reparada por inteiro
proof-help-never-mended = Dê à ruptura pelo menos duas respostas que a reparem.
proof-thin-hour = uma sessão até um fim planejado pode encontrar apenas { $count } { $kind }; precisa de { $least }. Essa sessão: { $way }
proof-help-thin-hour = Coloque um momento desse tipo neste caminho.
proof-out-of-reach = nenhuma sessão é boa em { $score }: { $proven ->
    [yes] o máximo que existe é { $value }
   *[no] o máximo encontrado é { $value }
  }
proof-help-out-of-reach = Ofereça respostas que acolham bem os seus momentos, nos estados em que as pessoas chegam a eles.
proof-not-to-be-missed = toda sessão é boa em { $score }: o mínimo encontrado é { $value }
proof-help-not-to-be-missed = Ofereça nos seus momentos respostas que um aprendiz atento poderia dar e que custem algo.
proof-few-good-hours = { $found ->
    [0] não foi encontrada nenhuma sessão
   *[other] só foi encontrada uma sessão
  } que seja boa nos três escores e não deixe risco sem resposta; deveria haver duas claramente diferentes
proof-help-few-good-hours = Deixe mais de um modo de trabalhar ir bem.
proof-won-without-listening = “{ $player }” é bom nos três escores em { $good } de { $runs } sessões
proof-help-won-without-listening = Veja no teste em que menus a sua escolha é preferida em qualquer estado, e faça com que algumas custem algo ali.
proof-same-in-every-state = as respostas preferidas mudam com o estado da pessoa em apenas { $changing } de { $menus } menus
proof-help-same-in-every-state = Deixe que mais coisas dependam de como a pessoa está: um nível que ainda não se suporta, um limite em uma ruptura, um silêncio.
proof-longest = mais longa
proof-warmest = mais calorosa
proof-given-away = a resposta { $what } é uma das preferidas em { $times } menus; por acaso, seria em { $expected }
proof-help-given-away = Equilibre os comprimentos e o tom, também entre as respostas que custam algo.
proof-always-the-same-skill = em { $wins } de { $menus } menus, { $skill } é a única habilidade com uma resposta preferida
proof-help-always-the-same-skill = Deixe outras habilidades irem bem em alguns deles, e faça com que esta custe algo.

## Uma tabela de turnos vinda de outro lugar

assess-unreadable = { $file } não pode ser avaliado: { $why }
assess-no-rubric = não há rubrica por que avaliar até que isso seja corrigido
table-rows = { $therapist } { $therapist ->
    [one] linha
   *[other] linhas
  } de terapeuta e { $patient } de paciente, pela rubrica { $rubric }, na abordagem: { $lens }.{ $bad ->
    [0] { "" }
    [one] { " " }Uma linha fica de fora, porque algo nela não pode ser lido.
   *[other] { " " }{ $bad } linhas ficam de fora, porque algo nelas não pode ser lido.
  }
table-turn = { $number }. (linha { $line }) { $text }
table-turn-unwritten = { $number }. (linha { $line })
table-at-line = Linha { $line }:
table-no-rupture = A tabela não nomeia nenhuma ruptura.
table-outcome-unknown = o que veio disso a tabela não diz
table-skills-title = O que foi feito, em números
table-miti-title = Pela contagem do MITI 4.2.1
table-notes-title = O que foi tomado como certo
table-formative = Os escores dizem como estes códigos se saem por esta rubrica. Valem tanto quanto a codificação.
table-count = { $what }: { $count ->
    [0] nenhuma vez
    [one] 1 (linha { $lines })
   *[other] { $count } (linhas { $lines })
  }
table-ratio = Reflexões para cada pergunta: { $ratio } ({ $reflections } para { $questions }).
table-ratio-none = Reflexões para cada pergunta: { $reflections } { $reflections ->
    [one] reflexão
   *[other] reflexões
  }, e nenhuma pergunta.
table-complex = Reflexões complexas: { $percent }% ({ $complex } de { $reflections }).
table-complex-none = Reflexões complexas: não houve reflexão.
table-adherent = Aderentes à EM: { $adherent } (afirmar { $affirm }, buscar colaboração { $seek }, enfatizar autonomia { $autonomy }). Não aderentes à EM: { $other } (persuadir { $persuade }, confrontar { $confront }).
table-adherent-share = Aderentes à EM entre ambas: { $percent }%. O manual dá os dois totais; a proporção é deste programa.
table-miti-source = Fonte: Moyers, Manuel & Ernst (2014), Motivational Interviewing Treatment Integrity Coding Manual 4.2.1. As suas quatro avaliações globais precisam de alguém que escute o todo e não são feitas aqui.

miti-GiveInformation = dar informação (GI)
miti-Persuade = persuadir
miti-PersuadeWithPermission = persuadir com permissão
miti-Question = pergunta (Q)
miti-SimpleReflection = reflexão simples (SR)
miti-ComplexReflection = reflexão complexa (CR)
miti-Affirm = afirmar (AF)
miti-SeekCollaboration = buscar colaboração (Seek)
miti-EmphasiseAutonomy = enfatizar autonomia (Emphasize)
miti-Confront = confrontar
skill-Question = pergunta

table-column = coluna { $number } (“{ $name }”)
table-column-twice = { $column } é a mesma que a coluna { $first }; só a primeira é lida
table-help-column-twice = Retire uma delas, ou junte as duas em uma.
table-column-not-read = { $column } não é lida
table-no-speaker = { $column } está vazia nesta linha
table-help-no-speaker = Escreva therapist ou patient.
table-unknown-word = { $column }: “{ $found }” não é nenhuma das suas palavras
table-not-a-level = { $column }: “{ $found }” não é um nível de empatia
table-help-not-a-level = Escreva um número inteiro de 1 a 5, ou deixe vazio.
table-more-than-one = { $column }: há { $count } palavras, e um turno tem uma
table-help-more-than-one = Escreva a que mais importa aqui, ou divida o turno em duas linhas.
table-code-of-patient = { $column }: “{ $found }” está em uma linha de paciente
table-help-code-of-patient = Os códigos ficam nas linhas de terapeuta. Quem fala está certo?
table-never-indicated = { $column }: “{ $found }” nunca é o indicado
table-help-never-indicated = Escreva Hold, Explore ou Accept, uma ou várias.
table-encoding = { $column }: há um byte que não é UTF-8
table-help-encoding = Salve a tabela na planilha como “CSV UTF-8”.
table-too-many-cells = esta linha tem { $cells } células, e a primeira linha nomeia { $columns }
table-help-too-many-cells = Um texto com vírgula ou ponto e vírgula precisa de aspas ao redor; uma planilha as coloca sozinha.
table-open-quotation = aspas são abertas nesta linha e nunca fechadas, de modo que tudo abaixo foi lido como uma só célula
table-help-open-quotation = Feche-as. Aspas dentro de um texto são escritas duas vezes.
table-no-list = { $column }: isto é longo demais para serem códigos
table-help-no-list = O texto está na sua própria coluna?
table-too-many-words = { $column }: há mais de { $most } palavras, e só as primeiras { $most } são lidas
table-help-too-many-words = Escreva as que mais importam, ou divida o turno em várias linhas.
table-untold = Mais do que não pode ser lido, e não é contado aqui: { $count }.
table-no-level = { $column }: um sentimento foi oferecido aqui, e a resposta não tem nível
table-help-no-level = Escreva de 1 a 5. Uma simples pergunta sobre risco não precisa de nível se o seu passo está em “safety”.
table-no-moves = { $column }: nomeia-se uma negociação de objetivos, mas nem o que ela oferece nem o que se fez dela
table-help-no-moves = Escreva os movimentos que ela oferece em “offered”.
table-not-answered = nenhuma resposta segue, portanto este momento não conta.

table-bearable = Quanto o paciente podia suportar, uma tabela não diz: cada nível de empatia conta como foi codificado.
table-absent = Não há coluna para { $columns }; nada se diz do que estaria ali.
table-no-risk = Nenhuma linha nomeia um sinal de risco, de modo que nada se pode dizer de um que tenha passado.
table-level-makes-moment = Nenhuma linha nomeia um momento emocional. Linhas que se tornaram um pelo seu nível: { $count }. Um sentimento sem nível ao lado não é visto.
table-level-elsewhere = Níveis onde nenhum momento emocional é nomeado: { $count }. Como em uma sessão, não contam.
table-moves-make-moment = Linhas em que movimentos em direção aos objetivos foram feitos e nenhum é nomeado como oferecido: { $count }. O que foi feito conta como tudo o que se ofereceu; o que faltou não é visto.
table-moves-elsewhere = Linhas com movimentos em direção aos objetivos onde nenhuma negociação de objetivos é nomeada: { $count }. Como em uma sessão, não contam.
table-unasked = Respostas de limite onde nenhuma pressão é nomeada: { $count }. Como em uma sessão, contam como dadas sem que ninguém pedisse.
table-nothing-indicated = Pressões para as quais nada é nomeado como indicado: { $count }. Uma resposta a uma delas vale o que vale onde não é indicada.
table-no-fit = Sinais para os quais a coluna “fit” não diz nada: { $count }. Não contam nem como acolhidos nem como perdidos pelo corpo.
table-nothing-to-repair = Movimentos de reparação onde nenhuma ruptura está aberta: { $count }. Ficam fora do registro.
table-no-rupture-to-mend = Palavras sobre como uma ruptura seguiu onde nenhuma está aberta: { $count }. São passadas por alto.
table-safety-without-risk = Linhas com passos de segurança: { $count }. Sem um sinal de risco, nada dizem da sessão, a não ser os que são inseguros por si.
table-once-a-turn = Linhas com mais de uma reflexão, pergunta ou persuasão: { $count }. Como no manual, um turno conta cada uma uma vez: uma reflexão complexa antes de uma simples.

explain-unknown = não há nenhum achado chamado “{ $code }”. { $help }

## Praticar e progresso

drill-about = Um momento de cada vez, quantas vezes você quiser; dez minutos bastam. Digite ajuda a qualquer momento para um momento para você e para saber a quem recorrer.
drill-topic-ask = Enter: seguir. n: outro momento. deixar de fora: nenhum momento com isto hoje. q: parar.
drill-ask = Enter: o mesmo momento com outras palavras. n: outro momento. +: fácil demais. -: difícil demais. q: parar.
drill-leave = O momento espera o tempo que você quiser. Ctrl e D encerram; o que você respondeu fica guardado.
drill-no-moment = não há nenhum momento chamado “{ $moment }” para praticar; `fifty-minutes progress` indica um
## Beside the hour

ask-beside = Digite olhar para trás para ver a hora até aqui e tomar notas nela, e voltar para desfazer sua última resposta.
ask-beside-exam = Digite olhar para trás para ver a hora até aqui e tomar notas nela.
command-look-back = olhar para trás
command-back = voltar
command-redo = refazer
command-mark = marcar
command-note = nota
command-link = ligar
command-strike = riscar
command-read = ver
back-how = Digite voltar para desfazer a última resposta, ou voltar e o número de uma resposta para ir até logo antes dela.
went-back = De volta a antes da resposta { $turn }. Nada do que veio depois aconteceu, e o que você escreveu sobre isso se foi junto; refazer traz os dois de volta.
redo-nothing = Não há aqui nenhuma resposta a retomar.
note-how = Digite marcar e o número de uma linha para marcá-la, nota e suas palavras para anotar algo (com o número de uma linha antes delas, sobre essa linha), ligar e dois números para linhas que vão juntas, riscar e o número de uma nota para tirá-la.
look-back-how = Digite voltar e o número de uma resposta, que está entre parênteses, para ir até logo antes dela; refazer para retomar o que desfez. Para notas: marcar e o número de uma linha, nota e suas palavras (com o número de uma linha antes delas, sobre essa linha), ligar e dois números para linhas que vão juntas, riscar e o número de uma nota.
note-no-line = Não há linha com esse número; eles vão de 1 a { $most }. Digite olhar para trás para vê-las.
note-kept = Anotado como nota { $number }.
note-struck = A nota { $number } foi tirada.
note-none-such = Não há nota { $number }.
read-how = Três números: de -2 desagradável a 2 agradável, de -2 calmo a 2 agitado, e sua certeza: 1 um palpite, 2 bastante certeza, 3 certeza. Por exemplo: -1 2 1
read-kept = Anotado. Depois da hora se volta a isso.
read-not-yet = Na sua primeira hora não se pergunta o que você vê na pessoa; a partir da segunda, sim.
ask-saw = O que você vê em { $name }, e o que ouve? Algumas palavras, ou Enter.
ask-mood = Como isto pode estar sendo para { $name } agora? Três números: de -2 desagradável a 2 agradável, de -2 calmo a 2 agitado, e sua certeza: 1 um palpite, 2 bastante certeza, 3 certeza. Por exemplo: -1 2 1. Enter deixa de lado.
ask-words = O que você mesmo diria ou faria? Digite, ou só pense e aperte Enter.
ask-own = O que era, e qual destas chega mais perto? { $skills }. Dois números, o segundo de 1 a { $most }; um basta, e Enter deixa os dois em aberto.
## Exams and model hours

exam-which = diga o arquivo da prova: fifty-minutes exam ARQUIVO.exam.ron
exam-broken = a prova em { $file } não pode ser feita enquanto isto não for corrigido:
exam-another = { $id } não é uma sessão desta prova
exam-left = uma tentativa desta prova foi interrompida: { $id }. Continue com --resume { $id }, ou comece outra com --again, o que o registro dirá
exam-ask-resume = A prova “{ $title }”, começada em { $started }, foi interrompida. Continuar? [S/n]
exam-name = o arquivo de uma prova tem um nome que termina em .exam.ron, como prova.exam.ron
exam-made =
    Feito: { $file }. Leia até o fim e veja se está tudo certo com:
      fifty-minutes check { $file }
verify-torn = nada foi mudado, mas o fim ({ $bytes } bytes) não pôde ser lido, como quando um programa é interrompido enquanto grava; o que vem antes está íntegro.
records-recovered =
    O que pôde ser lido, { $replies } { $replies ->
        [one] resposta
       *[other] respostas
    }, está guardado como { $id }. Pode ser relatado e continuado; o registro danificado fica como está.
verify-sound = nada foi mudado, e as mesmas respostas levam à mesma sessão.
verify-unfinished = nada foi mudado; a sessão não terminou.
verify-trouble = não está íntegro: { $trouble }
verify-another-exam = esta não é uma sessão dessa prova
model-none = nenhuma
model-no-such = não há essa sessão modelo em “{ $case }”. Há, com suas sessões: { $there }
model-note = Nota: { $note }
model-go-on = Enter continua.
model-over = Essa foi a sessão modelo. Para conduzi-la você: fifty-minutes play { $case } --session { $session } --mode learn
transcript-idle = nada é escolhido nem esperado nesta transcrição, de modo que ela não testa nada
transcript-idle-help = Escreva as respostas de uma hora em linhas como “pick: ID”, e o que você espera depois delas.
transcript-idle-note = há uma nota aqui, e esta não é uma sessão modelo
transcript-idle-note-help = Escreva `model:` e um título acima do primeiro pick, ou comece a linha com # .
transcript-many-lines = esta transcrição tem mais de { $most } linhas que significam algo; as demais não são lidas
transcript-many-findings = há mais erros nesta transcrição: de tantas linhas são apontadas { $most }
transcript-many-help = Corrija o que foi apontado acima, ou divida a transcrição em várias.
transcript-model-unfinished = a sessão não terminou depois do último pick, e uma sessão modelo vai até o fim
transcript-model-pick = “{ $pick }” não pode ser escolhido aqui; { $found }
transcript-model-help = Uma sessão modelo se percorre do começo ao fim. Corrija os picks, ou tire `model:`.
command-leave-out-what = Diga o que deixar de fora: { $topics }.
redone = Retomado:
read-left = Sem os três números, isto não é anotado.
pack-name = o nome de um pacote termina em .pack.json, como cases.pack.json
pack-made = { $file } contém { $cases ->
    [one] o caso inteiro
   *[other] os { $cases } casos inteiros
}. `fifty-minutes unpack` mostra o conteúdo a quem o receber.
unpack-unreadable = não é possível desempacotar { $file }: { $why }
unpack-case =
    { $id }: { $title }
    Com: { $people }
    Sessões: { $sessions }. Idiomas: { $languages }
    Autoria: { $author }
    Licença: { $licence }
    Revisão clínica: { $review }
    Arquivos: { $files }, { $size }
unpack-shared = Traz { $files } próprios, pelos quais seus casos são avaliados.
unpack-version = Foi feito com a versão { $version } do programa.
unpack-errors = { $errors ->
    [0] A verificação não encontra nenhum erro.
    [one] A verificação encontra um erro:
   *[other] A verificação encontra { $errors } erros:
}
unpack-nothing = Nada foi gravado. Com --into PASTA o conteúdo é gravado nessa pasta.
unpack-ask = Gravar em qual pasta? Só Enter não grava nada.
unpack-done = Gravado em { $folder }.
unpack-aside = O que havia ali está em { $folder }.

## When a record can't be written any more

stuck = Isto ainda não está guardado, e nada resultou disso: { $why }. Tudo o que vem antes está a salvo.
stuck-same = 1  Salvar a sessão inteira de novo no mesmo lugar
stuck-other = 2  Salvar em outra pasta
stuck-leave = 3  Sair; a sessão pode ser continuada depois
stuck-on = 4  Continuar sem guardar
stuck-where = Em que pasta? Enter desiste.
stuck-again = Também não deu certo: { $why }
