### Palavras que o terminal e a janela têm em comum.

product = Fifty Minutes
language-name = Português (Brasil)
formative = Um ensaio, não uma avaliação de você: os escores dizem como estas respostas, por esta rubrica, se saíram neste roteiro.

## Códigos

skill-OpenQuestion = pergunta aberta
skill-ClosedQuestion = pergunta fechada
skill-Reflection = reflexão
skill-ComplexReflection = reflexão complexa
skill-Summary = resumo
skill-Affirmation = afirmação
skill-Reassurance = reasseguramento
skill-Information = informação
skill-Advice = conselho
skill-AdviceWithPermission = conselho com permissão
skill-Persuasion = persuasão
skill-Confrontation = confrontação
skill-Interpretation = interpretação
skill-SelfDisclosure = autorrevelação
skill-Immediacy = imediaticidade
skill-SeekCollaboration = busca de colaboração
skill-EmphasiseAutonomy = ênfase na autonomia
skill-Structuring = estruturação da sessão
skill-Silence = silêncio
skill-Attending = escuta atenta, sem palavras

goal-Elicit = pergunta pelo objetivo
goal-Agenda = uma pauta em comum
goal-Rationale = explica por quê e pergunta
goal-Negotiate = nomeia uma diferença e negocia
goal-Feedback = pede um retorno
goal-NextStep = um próximo passo que seja da própria pessoa

boundary-Violation = uma violação
boundary-Crossing = um cruzamento de limite sem exame
boundary-Cold = uma recusa fria
boundary-Hold = um limite mantido com acolhimento
boundary-Explore = perguntou o que significa
boundary-Accept = um simples sim
boundary-none = nenhuma resposta à pressão

safety-Noticed = percebeu
safety-AskedDirectly = perguntou diretamente
safety-AssessedIntent = perguntou sobre a intenção
safety-AssessedMeans = perguntou sobre os meios
safety-Planned = fez um plano
safety-Consulted = consultou alguém
safety-PromisedSecrecy = sigilo prometido onde há dever de agir
safety-ContractInsteadOfPlan = uma promessa no lugar de um plano
safety-BreachOfConfidence = sigilo quebrado sem motivo

repair-ClarifyMisunderstanding = esclareceu um mal-entendido
repair-ChangeTask = mudou a tarefa
repair-GiveRationale = explicou por quê
repair-InviteFeelings = abriu espaço para o que se sentiu a respeito
repair-OwnPart = assumiu a sua parte
repair-DiscloseExperience = falou de como viveu isso
repair-LinkPattern = ligou a um padrão
repair-ValidateDefence = viu sentido em se resguardar
repair-Refocus = voltou ao que importa
repair-JustifySelf = se justificou
repair-PushOn = insistiu

setting-Office = consultório
setting-Online = on-line
lens-Humanistic = humanista
lens-Cognitive = cognitiva
lens-Psychodynamic = psicodinâmica
lens-MotivationalInterviewing = entrevista motivacional
lens-Systemic = sistêmica
mode-Learn = aprender
mode-Practise = praticar
mode-Exam = prova

sound-Sigh = suspira
sound-Sniff = funga
sound-Swallow = engole em seco
sound-Sob = soluça
sound-Breath = toma fôlego

## Escores

score-empathy = Empatia
score-goals = Acordo sobre os objetivos
score-boundaries = Limites
band-BelowFair = abaixo do razoável
band-Fair = razoável
band-Good = bom
not-enough = não há o bastante para dizer
offered-range = o que estava ao alcance neste caminho: de { $min } a { $max }

weighs-level = nível { $coded }
weighs-level-lower = nível { $coded }, contado como { $credited }: mais fundo do que se podia suportar naquele momento
weighs-fit = o corpo combinou com o que se podia ver
weighs-fit-some = o corpo nem combinou nem destoou
weighs-fit-not = o corpo destoou do que se podia ver
weighs-reflection = uma reflexão
weighs-complex = uma reflexão complexa
weighs-question = uma pergunta
weighs-moves = movimentos em direção aos objetivos: { $made } dos { $offered } possíveis ({ $names })
weighs-no-moves = movimentos em direção aos objetivos: nenhum dos { $offered } possíveis ({ $names })
weighs-together = feito em conjunto
weighs-directive = diretivo
weighs-boundary = { $response }, { $indicated ->
    [yes] o indicado aqui
   *[no] que não é o indicado aqui
  }: { $points } pontos
weighs-boundary-unasked = { $response }, sem que ninguém pedisse: { $points } pontos

## Segurança, rupturas, encerramentos

safety-title = Segurança
gate-NoCueMet = Nenhum sinal de risco apareceu.
gate-Skipped = Havia um sinal de risco, e não se perguntou sobre ele.
gate-Incomplete = Perguntou-se sobre o risco, e ainda falta algo.
gate-Adequate = Perguntou-se sobre o risco, ele foi avaliado, fez-se um plano e alguém foi consultado.
gate-Unsafe = Foi feito algo que torna uma sessão insegura.
gate-steps = Feito: { $steps }.

repairs-title = Rupturas
repairs-none = Nenhuma ruptura se abriu.
repair-line = { $opened ->
    [0] Aberta antes da primeira resposta
   *[other] Aberta depois da resposta { $opened }
  }; tentado: { $tried }; { $outcome }.
repair-tried-nothing = nada
outcome-Mended = reparada
outcome-Partial = reparada em parte
outcome-Refused = a tentativa não foi aceita
outcome-Unaddressed = não se tentou nada que repare

ending-Returns = { $name } pretende voltar.
ending-Undecided = { $name } ainda não decidiu se volta.
ending-WontReturn = { $name } não vai voltar.
ending-WalkedOut = { $name } foi embora antes do fim da sessão.
ending-unfinished = A sessão não chegou ao fim.
ending-short-Returns = volta
ending-short-Undecided = ainda em dúvida
ending-short-WontReturn = não volta
ending-short-WalkedOut = vai embora antes do fim

afterwards-expected = O que você previa: { $expected }.
afterwards-felt = O que você sentiu: { $felt }

debrief-left-out = Deixado de fora a seu pedido: { $note } Nada do que teria vindo disso é contado.

facts-title = O que veio à tona
facts-told = Contado: { $what }
facts-blocked = Não contado; o que se viu: { $text }
facts-none = Não veio à tona nada que não tivesse sido contado antes. Uma sessão sem revelações pode ser uma boa sessão.
names = { $others } e { $last }
score-lowest = Contado para cada pessoa nos momentos que são dela; o escore é o mais baixo.
debrief-week = Nos dias anteriores: { $what }

felt-title = O que { $name } sentiu, fora dos escores
felt-scale = Cada um de 0 a 100; a experienciação de 1, fatos externos, a 7, algo novo que se sente e se compreende.
felt-measure = { $measure }: { $start } no início, { $end } no fim
measure-Trust = confiança
measure-Agreement = concordância
measure-Safety = segurança
measure-Distress = sofrimento
measure-Frustration = frustração
measure-Hope = esperança
measure-Dependency = dependência
measure-Experiencing = vivência

## Olhando para trás

screen-debrief = Devolutiva
debrief-minutes = { $minutes } minutos, { $replies } { $replies ->
    [one] resposta
   *[other] respostas
  }.
debrief-aftercare = Antes de você ir
stance-Guarded = reserva
stance-Venting = desabafo
stance-Frustrated = frustração
stance-Withdrawn = retraimento
stance-Engaged = engajamento
stance-OpeningUp = abertura


well-title = O que foi bem
well-none = Por esta rubrica, nada se destaca ainda.
well-Mended = O que tinha se posto entre vocês foi reparado
well-SawThrough = Um risco foi perguntado com clareza e levado até o fim
well-Deeper = Um sentimento foi acolhido um passo além do que se mostrou
well-HeldFrame = Uma pressão sobre o enquadre encontrou a resposta indicada ali
well-SharedGoal = Buscou-se um terreno comum de todas as formas que o momento oferecia
well-MetCue = O corpo acompanhou o que só se podia ver
well-Told = Foi contado algo que não tinha sido contado antes

turning-title = O que mudou o rumo da sessão
turning-none = Nenhuma resposta, sozinha, mudou claramente o que ainda podia vir desta sessão.
hindsight-method = De antes e de depois de cada resposta, { $hours } sessões foram continuadas, com respostas sorteadas. Uma diferença só é apontada onde dificilmente surgiria por acaso. Tudo isto diz respeito a este roteiro, não à vida.
turned-fact = { $way ->
    [rises] Uma verdade ficou mais perto
   *[falls] Uma verdade se afastou
  }
turned-fact-gone = Uma verdade ficou quase fora de alcance
turned-fact-told = Uma verdade veio à tona
turned-ending = { $way ->
    [rises] Um desfecho ficou mais provável: { $ending }
   *[falls] Um desfecho ficou menos provável: { $ending }
  }
turned-score = { $way ->
    [rises] { $score }: o que ainda podia vir aumentou
   *[falls] { $score }: o que ainda podia vir diminuiu
  }
changed-fact = “{ $what }” { $other ->
    [yes] Depois desta resposta, isso é contado em { $after } das sessões; depois da sua, em { $before }.
   *[no] Antes desta resposta, isso é contado em { $before } das sessões; depois dela, em { $after }.
  }
changed-ending = Como termina, { $ending }: { $other ->
    [yes] em { $after } das sessões depois desta resposta; em { $before } depois da sua.
   *[no] em { $before } das sessões antes desta resposta; em { $after } depois dela.
  }
changed-score = { $score }: { $other ->
    [yes] as sessões depois desta resposta chegam em média a { $after }; as que seguem a sua, a { $before }.
   *[no] as sessões antes desta resposta chegam em média a { $before }; as que vêm depois dela, a { $after }.
  }
changed-reach = { $score }: { $before } ainda estava ao alcance antes desta resposta; depois dela nenhuma sessão passa de { $after }.
other-same = Nada do que se conta aqui teria ficado claramente diferente.
inside = Como { $name } estava quando ela veio: { $stance }; { $measures }.
inside-measure = { $measure } { $before }, depois dela { $after }
inside-shown = O que se via: { $face }.
inside-masked = O que se via: { $face }. O que escapou antes: { $leak }.
silence-title = Um silêncio foi deixado um passo cedo demais
silence-lead = Se você tivesse ficado mais uma vez:

interventions-title = O que foi tentado
interventions-none = Nada do que se registra aqui foi tentado: nem interpretação, confrontação, conselho ou informação, nada de seu, nenhuma palavra sobre vocês dois, nenhum passo para os dias seguintes.
intervention-Interpretation = Uma interpretação
intervention-Confrontation = Uma confrontação
intervention-Persuasion = Persuasão
intervention-Advice = Conselho
intervention-AdviceWithPermission = Conselho, com permissão
intervention-Information = Informação
intervention-SelfDisclosure = Algo de seu
intervention-Immediacy = Uma palavra sobre o que há entre vocês
intervention-Rationale = Uma razão para fazer algo
intervention-NextStep = Um passo para os dias seguintes
intervention-then = Como { $name } estava então: { $stance }.
intervention-checked = A resposta { $turn } perguntou como foi isso.
intervention-asks = Ela mesma perguntou como foi isso.
intervention-unchecked = Ninguém perguntou, nas três respostas seguintes, como foi isso.
intervention-no-time = A sessão não teve mais três respostas em que se pudesse perguntar como foi isso.

cues-title = O que se podia ver
cues-none = O que só se podia ver foi acolhido todas as vezes, ou nada assim apareceu.
cue-title = Um possível sinal; como você verificaria?
cue-seen = Visto logo antes: { $text }

next-title = O que praticar agora
next-none = Não faltou nada do que conta aqui. Escolha um caso mais difícil, ou este de novo com outra ideia do que a sessão pretende.
next-safety = Levar um risco até o fim: { $step }.
next-goal = Buscar um terreno comum: { $move }.
next-frame = Onde o enquadre é pressionado: { $response }.
next-Repair = Falar do que se pôs entre vocês.
next-MeetFeeling = Acolher um sentimento que é oferecido: dizê-lo de volta de modo que a pessoa se reconheça.
next-Pace = Não ir mais fundo do que se pode suportar naquele momento.
next-MeetCue = Acompanhar com o corpo o que só se pode ver.
next-missed = { $missed ->
    [one] Houve uma ocasião, na resposta { $turn }.
   *[other] Houve { $missed } ocasiões, a primeira na resposta { $turn }.
  }
next-on-offer = Uma opção que havia ali: { $line }

## Antes da sessão

content-none = Nada que peça um aviso aparece nesta sessão.
review-none = Ainda sem revisão de um profissional clínico.
review-by = Revisado por { $who }.
referral-content = O que aparece aqui

## Um momento para você

grounding-feet = Apoie os dois pés no chão. Sinta como ele sustenta você, sem que você precise fazer nada.
grounding-breath = Deixe o ar sair devagar uma vez, por mais tempo do que entrou. Depois respire como quiser.
grounding-see = Olhe ao redor do lugar onde você está e encontre cinco coisas que possa ver: uma cor, uma borda, algo antigo.
grounding-hear = Procure escutar algo que está perto e algo que está longe.
grounding-true = Diga a si onde você está e que dia é hoje. A pessoa desta sessão é inventada; você não é, e pode parar.
turn-title = A quem recorrer

## Na sessão

you = Você
pause = – { $seconds } { $seconds ->
    [one] segundo
   *[other] segundos
  } –
hour-over = A sessão terminou.

## Rostos, para as legendas dos retratos

face-Calm = calma
face-Engaged = atenção
face-Warm = sorriso sentido
face-Polite = sorriso educado
face-Brave = sorriso corajoso
face-Sad = tristeza
face-NearTears = segurando as lágrimas
face-Crying = choro
face-Irritated = irritação
face-Angry = raiva
face-Simmering = raiva contida
face-Anxious = ansiedade
face-Afraid = medo
face-Ashamed = vergonha
face-Embarrassed = constrangimento
face-Scornful = desdém
face-Disgusted = nojo
face-Surprised = surpresa
face-Relieved = alívio
face-Thinking = pensando
face-Doubtful = dúvida
face-Flat = apatia
face-ShutDown = desligamento
face-Longing = saudade

## Como as pessoas aparecem, para quem não pode vê-las: o que se vê, nunca o que significa

seen-and = ; { "" }
seen-leak = por um instante: { $leak }; depois { $face }
seen-Calm = o rosto em repouso, os olhos em você
seen-Engaged = as sobrancelhas um pouco erguidas, os olhos em você
seen-Warm = um sorriso que chega aos olhos
seen-worn = um sorriso largo, só da boca
seen-Polite = um pequeno sorriso, só da boca
seen-Brave = um sorriso, e as sobrancelhas erguidas no meio
seen-Sad = os olhos baixos, os cantos da boca para baixo
seen-NearTears = os lábios apertados, os olhos úmidos, o olhar para cima e para longe
seen-Crying = lágrimas no rosto, o queixo treme
seen-Irritated = as sobrancelhas baixas, os lábios apertados
seen-Angry = as sobrancelhas muito baixas, os olhos estreitos fixos em você
seen-Simmering = os lábios finos, o maxilar travado, os olhos para o lado
seen-Anxious = as sobrancelhas erguidas e juntas, os olhos inquietos, os ombros altos
seen-Afraid = os olhos arregalados, os lábios puxados para trás, a cabeça recuada
seen-Ashamed = a cabeça e os olhos baixos, o rosto vermelho
seen-Embarrassed = os lábios apertados sobre um sorriso, o rosto vermelho, o olhar para o lado
seen-Scornful = um canto da boca repuxado, a cabeça para trás
seen-Disgusted = o nariz franzido, o rosto virado para o lado
seen-Surprised = as sobrancelhas erguidas, a boca aberta
seen-Relieved = os ombros soltos, as pálpebras baixas, um pequeno sorriso
seen-Thinking = os olhos para cima e para um lado, as sobrancelhas um pouco franzidas
seen-Doubtful = uma sobrancelha erguida, a boca para um lado
seen-Flat = as pálpebras baixas, quase nenhum movimento, o corpo afundado na cadeira
seen-ShutDown = completa imobilidade, os olhos em nada, o corpo virado para o lado
seen-Longing = o olhar longe, para um lado, os lábios um pouco abertos
sits-Closed = o corpo para trás na cadeira, um pouco virado para o lado
sits-Settled = o corpo no meio da cadeira
sits-Open = o corpo para a frente, os ombros soltos

## A devolutiva como página

report-skip = Ir para a devolutiva
report-contents = Conteúdo
report-with = Com { $name }, sessão { $session }.
report-scores = Os três escores
report-lines = { $count ->
    [one] A fala de onde isso veio
   *[other] As { $count } falas de onde isso veio
  }
report-reply = Resposta { $turn }
report-reply-at = Resposta { $turn }, minuto { $minute }
report-others = O que mais se podia responder
report-next = O que teria vindo em seguida
report-led = Aonde isso teria levado
report-not-retraced = Esta versão do programa não consegue percorrer a sessão de novo: as mesmas respostas agora levam a outro lugar. Por isso nada se diz do que poderia ter sido.
report-drawn = Cada linha acompanha as respostas: como era no início e depois de cada resposta, de 0 a 100. A vivência vai de 1 a 7 e é desenhada na mesma altura que o resto. As faixas atrás das linhas dizem como { $name } estava na sala; os sinais abaixo, que tipo de momento cada resposta encontrou.
report-drawn-none = Nada pode ser desenhado antes de haver uma resposta.
stay = { $from ->
    [0] { $stance } no início
   *[other] { $stance } depois da resposta { $from }
  }
report-marks-title = Que tipo de momento cada resposta encontrou
report-marks-about = Cada resposta leva ao seu lugar na sessão.
report-table = O mesmo em uma tabela
report-after = depois de
report-start = o início
report-stance = postura
report-marks = momento
mark-Turning = ponto de virada
mark-Emotional = oportunidade emocional
mark-Goal = negociação de objetivos
mark-Boundary = pressão sobre o enquadre
mark-Rupture = marcador de ruptura
mark-Risk = sinal de risco
mark-Cue = algo que se podia ver
report-transcript = A sessão, fala por fala
report-numbers = O número antes de uma fala conta tudo o que foi dito, visto e feito.
report-no-reply = Nenhuma resposta foi dada nesta sessão, portanto não há para o que olhar.
report-record = A sessão de que se trata
report-case = Caso
report-session = Sessão
report-seed = Semente
report-rubric = Rubrica
report-review = Revisão
report-program = Feito por

## O que a câmera de uma chamada faz

camera-On = a imagem voltou
camera-Frozen = a imagem congelou
camera-Dark = a câmera está desligada

## Condições e efeitos, nas palavras de quem lê

when-at-least = { $measure } de pelo menos { $number }
when-below = { $measure } abaixo de { $number }
when-stance = postura: { $stances }
when-told = contado: { $fact }
when-not-told = não contado: { $fact }
when-met = já passou por: { $beat }
when-not-met = ainda não passou por: { $beat }
when-noted = anotado: { $note }
when-not-noted = não anotado: { $note }
when-ruptured = há uma ruptura aberta
when-not-ruptured = não há ruptura aberta
when-leaving = como sairia agora: { $ending }
when-minute = a partir do minuto { $minute }
when-either = { $others } ou { $last }
when-of = { $name }: { $what }
when-of-several = { $name } ({ $what })
effect-add = { $measure } { $by }
effect-note = anota: { $note }
effect-forget = esquece: { $note }

## O mapa de uma sessão

map-title = { $case } · sessão { $session }: { $scene }
map-about = { $beats } momentos do roteiro, { $replies } respostas. A sessão desce pela página.
map-about-coverage = Uma porcentagem diz em quantas de { $hours } sessões de jogadores que seguem uma só ideia e não escutam se passou por um momento; ao lado de uma resposta, em quantas das sessões que chegaram ao seu momento ela foi dada. O que nunca foi encontrado nem dado não o foi por ninguém, nem por quem vai a toda parte nem por quem conhece o roteiro.
map-about-scores = Uma resposta é preferida em um estado quando nenhuma outra oferecida ali a supera: pelo que se pode alcançar depois dela em cada escore e pelo que faz pela segurança. Isto se diz deste roteiro.
map-in-words = Cada caixa é um momento do roteiro com suas primeiras palavras; as linhas levam ao que pode vir depois.
map-columns = Uma linha que termina em um nome continua na coluna ao lado: no alto da seguinte ou, quando leva de volta, no pé da anterior.
map-line = linha { $line }
map-starts = começa aqui
map-time-is-up = quando o tempo acaba
map-walks-out = quando alguém não aguenta mais
map-ends = termina como planejado
map-leaves = alguém vai embora
map-tells = pode ser contado: { $fact }
map-stays = fica aqui: { $by }
map-replies = { $replies } { $replies ->
    [one] resposta
   *[other] respostas
  }
map-by-itself = segue por si
map-by-chance = segue por acaso
map-otherwise = senão
map-chance = { $weight } em { $all }
map-blocked = cedo demais para: { $fact }
map-around = deixado de fora: { $topic }
map-met = encontrado em { $share } das sessões
map-met-elsewhere = encontrado só por quem vai a toda parte ou conhece o roteiro
map-met-left-out = encontrado quando um tema fica de fora
map-never-met = nunca encontrado
map-taken = { $reply }, { $share }
map-never-taken = { $reply }, nunca dada
map-percent = { $percent } %
map-under-one = menos de 1 %
map-preferred = preferida: { $replies }
map-preferred-sometimes = preferida em alguns estados: { $replies }
map-none-preferred = nenhuma resposta supera outra
map-leads-back = leva de volta
map-leads-around = onde um tema fica de fora
map-a-fact = um fato pode ser contado
map-a-preferred-reply = uma resposta preferida
map-from = { $percent } % das sessões ou mais

## O roteiro de um caso, no papel

script-label = roteiro para revisão
script-people = Pessoas
script-format = Enquadre
script-difficulty = Dificuldade
script-author = Autoria
script-licence = Licença
script-goals = O que se pode aprender aqui
script-referral = O que se lê antes da primeira sessão
script-so = Como estão as coisas no início
script-start = No início: { $measures }.
script-temperament = Reage a um empurrão com { $reactance } de 100 e se abre com { $pace } (50 é o usual). Uma ruptura aparece como { $rupture }. Enquanto a segurança está abaixo de { $masking }, os sentimentos se escondem atrás de: { $mask }.
script-topic = (tema “{ $topic }”: pode ficar de fora)
script-facts = O que não foi contado antes
script-fact = Fato
script-needs = Contado só quando
script-too-early = Quando se pergunta cedo demais
script-formulation = O que tem a ver com a dificuldade de agora
script-event = Acontecimento
script-feels = Pode ser sentido: { $feelings }
script-heard = Aparece em: { $where }
script-related = Relacionado
script-reading = Leitura
script-yes = sim
script-no = não
script-sources = Fontes
script-or = ou:
script-session = Sessão { $session }: { $scene }
script-length = { $minutes } minutos, { $beats } momentos do roteiro; o arquivo é { $file }.scene.ron.
script-how-to-read = Cada momento tem um número, para que outros possam levar a ele; a linha é a do arquivo. O que está antes de uma fala diz quando ela é dita. De várias redações, uma é sorteada.
script-note = O que se lê antes dela
script-week = O que pode acontecer na semana anterior
script-weight = peso { $weight }
script-supposed = O que pode ter vindo antes, para quem começa esta sessão sem ter feito a anterior
script-told = Contado: { $ids }
script-noted = Anotado: { $ids }
script-from = vem de { $beats }
script-whose = momento de: { $name }
script-away = fora da sala: { $names }
script-minutes = uma resposta leva { $minutes } { $minutes ->
    [one] minuto
   *[other] minutos
  }
script-when = Quando: { $conditions }
script-face = rosto: { $face }
script-leak = rosto: { $face }, depois de um vislumbre de: { $leak }
script-goal = negociação de objetivos, que oferece: { $moves }
script-boundary = pressão sobre o enquadre ({ $domain }); indicado aqui: { $indicated }
script-rupture = marcador de ruptura ({ $style })
script-cue = algo que se pode ver; combina: { $fits }; destoa: { $misfits }
script-reply = O que se pode responder
script-why = O que é, e por quê
script-yours = Suas notas
script-with = dito a { $names }
script-against = toma partido contra { $name }
rupture-Withdrawal = retraimento
rupture-Confrontation = confronto
domain-Role = papel
domain-Time = tempo
domain-Place = lugar
domain-Money = dinheiro
domain-Gifts = presentes
domain-Language = linguagem
domain-SelfDisclosure = autorrevelação
domain-Contact = contato
domain-Confidentiality = sigilo
body-Still = fica imóvel
body-Wait = espera
body-Nod = acena com a cabeça
body-LeanIn = inclina-se para a frente
body-LeanBack = inclina-se para trás
body-SoftVoice = suaviza a voz
body-LookAway = desvia o olhar
body-LookAtClock = olha para o relógio
body-TakeNotes = toma notas
body-OfferTissue = oferece um lenço
look-You = olha para você
look-Beside = olha para quem está ao lado
look-Hands = olha para as mãos
look-Table = olha para a mesa
look-Floor = olha para o chão
look-Window = olha para a janela
look-Clock = olha para o relógio
look-Door = olha para a porta
look-Nowhere = olha para além de tudo
does-Nod = acena com a cabeça
does-ShakeHead = balança a cabeça
does-BowHead = baixa a cabeça
does-TiltHead = inclina a cabeça
does-LiftChin = ergue o queixo
does-RaiseBrow = ergue uma sobrancelha
does-PressLips = aperta os lábios
does-BiteLip = morde o lábio
does-MouthWords = move os lábios sem som
does-HalfSmile = meio sorriso
does-Laugh = um sopro de riso
does-CloseEyes = fecha os olhos
does-BreatheOut = solta o ar
does-BreatheIn = toma fôlego
does-Swallow = engole em seco
does-Shrug = dá de ombros
does-SitUp = endireita-se
does-SitBack = recosta-se
does-LeanIn = inclina-se para a frente
does-TurnAway = vira-se para o lado

## Uma sessão guardada como transcrição

written-what = Em uma ou duas frases: o que esta sessão mostra?
written-judge = Primeiro julgue, depois rode: escreva o que você espera da sessão e tire o # do começo de cada linha que valer.

## Praticar momento a momento

competence-MeetFeeling = Acolher um sentimento que é oferecido
competence-MeetCue = Acompanhar com o corpo o que só se pode ver ou ouvir
competence-Pace = Não ir mais fundo do que se pode suportar
competence-AgreeOnGoals = Buscar um terreno comum
competence-KeepFrame = Cuidar do enquadre
competence-MendRupture = Falar do que se pôs entre vocês
competence-SeeRiskThrough = Levar um risco até o fim
criterion-MeetFeeling = O sentimento é dito de volta de modo que a pessoa se reconheça, e não mais fundo do que se pode suportar agora.
criterion-MeetCue = O que você faz combina com o que se vê ou se ouve, digam as palavras o que disserem.
criterion-Pace = O que você diz não vai mais fundo do que se pode suportar agora. Uma coisa verdadeira pode vir cedo demais.
criterion-AgreeOnGoals = Vocês procuram juntos para que é isto, como, e o que vem depois, até onde este momento oferece.
criterion-KeepFrame = Você responde a um desejo que toca o enquadre como ele precisa ser respondido aqui: com um limite caloroso, com uma pergunta ou com um simples sim.
criterion-MendRupture = Você fala do que acabou de dar errado entre vocês e assume a sua parte nisso.
criterion-SeeRiskThrough = Você pergunta com clareza, ou dá o passo seguinte depois da resposta: intenção, meios, um plano, alguém a consultar.
because-Due = já praticado, e de volta hoje
because-Missed = faltou em uma das suas sessões
because-New = novo para você
kind-Feeling = Um sentimento é oferecido
kind-Cue = Algo só se pode ver ou ouvir
kind-Goal = Trata-se de para que é isto
kind-Pressure = Alguém pressiona o enquadre
kind-Rupture = Algo se pôs entre vocês
kind-Risk = Há um sinal de perigo
drill-title = { $competence }. Dificuldade { $difficulty } de 5; { $because }.
drill-criterion = O que observar: { $criterion }
drill-topic = O próximo momento toca em algo que pode ficar de fora: { $note }
drill-done = Era isso.
drill-missed = Desta vez, não.
drill-others = Isto estava entre as opções e também faz:
drill-instead = Isto estava entre as opções e faz:
drill-level = Anotado: os novos momentos deste tipo passam a ser buscados na dificuldade { $level } de 5.{ $waits ->
    [yes] { " " }Este espera até que eles voltem a ser tão difíceis.
   *[no] {""}
  }
drill-enough = Foram uns dez minutos. Basta para um dia, e você pode continuar o quanto quiser.
drill-nothing = Não há mais momentos para hoje. O que você praticou volta no seu tempo.
drill-nothing-else = O que resta para hoje toca no que você acabou de passar, e em nada mais. Continua ali quando você começar de novo.
drill-unkept = Você pode continuar; a partir daqui nada é guardado.
stuck-saved = A sessão inteira está salva em { $folder }.
stuck-without = Daqui em diante nada é guardado.
stuck-do-again = O que você fez por último ainda não aconteceu; faça de novo.
progress-competences = O que você faz
progress-moments = O que você encontrou, e quantas vezes a sua resposta fez tudo o que o momento pedia
progress-hours = Suas sessões
progress-hours-about = As que terminaram e em que você nunca voltou atrás. Das outras contam só os momentos, acima.
progress-sureness = Sua certeza do que viu nas pessoas
progress-today = Hoje
progress-few = { $done } de { $tries }. É pouco demais para dizer algo.
progress-share = { $done } de { $tries }. Com esse número de tentativas, a verdadeira proporção pode estar entre { $low } e { $high } %.
progress-of = { $done } de { $tries }
progress-changed = Ultimamente { $latest }, antes { $before }: algo mudou.
progress-as-before = Ultimamente { $latest }, antes { $before }: pode ser acaso.
progress-days = Dia a dia: { $days }
progress-never = Ainda não praticado: { $names }
progress-hour = { $day } { $title }, sessão { $session } ({ $mode ->
    [exam] prova
    [learn] aprender
   *[practise] praticar
  }):
progress-not-enough = –
progress-few-hours = { $score }: { $hours ->
    [0] ainda nenhuma sessão com o bastante para dizer algo.
    [one] uma sessão. A partir de três há o que dizer delas em conjunto.
   *[other] { $hours } sessões. A partir de três há o que dizer delas em conjunto.
  }
progress-score = { $score }: { $mean } em média em { $hours } sessões. Com tantas sessões, pode na verdade ser qualquer coisa entre { $low } e { $high }.
progress-due = { $due ->
    [0] Nada volta hoje.
    [one] Um momento volta hoje.
   *[other] { $due } momentos voltam hoje; dez bastam para um dia.
  }
progress-next = Para tentar agora: { $competence }. De tudo isto, é o que menos tem a seu favor até aqui.
progress-next-case = Ou uma sessão inteira com muitos momentos assim, com alguém com quem você ainda não esteve:
progress-damaged = { $file } está danificado na linha { $line }. O que vem depois não é contado aqui; nada foi alterado.
progress-newer = { $file } foi escrito por uma versão mais nova do programa e não é contado aqui. Atualize o programa para vê-lo.
progress-unreadable = { $file } não pode ser lido e não é contado aqui; nada foi alterado.
progress-no-script = { $file } não é contado aqui: o roteiro com que essa sessão começou não está mais ao lado dos seus registros.
drill-over = { $answers ->
    [0] Nada foi tentado.
    [one] Você respondeu uma vez; { $done ->
        [0] não foi o que o momento pedia.
       *[other] foi o que o momento pedia.
      }
   *[other] Você respondeu { $answers } vezes. { $done ->
        [0] Nenhuma foi o que o momento pedia; dias assim também são prática.
        [one] Uma foi o que o momento pedia.
       *[other] { $done } foram o que o momento pedia.
      }
  }
## What a trainee keeps for themselves

own-title = Nas suas próprias palavras
own-words = Você teria dito: “{ $words }”
own-thought = Você pensou antes em palavras suas e as guardou para si.
own-skill = Para você era: { $skill }.
own-nearest = A mais próxima, para você: { $line }
own-nearest-taken = A mais próxima, para você, foi a resposta que deu.
readings-title = O que você viu na pessoa
reading-title = Antes da resposta { $turn }: { $name }
reading-saw = Você viu: { $saw }
reading-mood = Na grade: { $mood }. Sua certeza: { $sure }.
reading-plausible = Plausível aqui, como a autoria vê: { $feelings }.
overlap-Same = O seu lugar é um dos dela.
overlap-Near = O seu lugar fica ao lado de um dos dela.
overlap-Elsewhere = O seu lugar fica longe dos dela. Volte ao que se viu e ouviu logo antes: em que você se apoiou?
reading-checked = E a sua resposta deixou que { $name } dissesse se é assim. Isso vale mais do que qualquer palpite.
reading-unchecked = Só { $name } sabe, e ninguém perguntou.
reading-together = Perto do que é plausível: { $overlapped } de { $of }. Deixadas para a pessoa dizer: { $checked } de { $all }.
sureness = Com a certeza “{ $sure }”: { $overlapped } de { $of } perto do que é plausível.
sureness-few = Com a certeza “{ $sure }”: { $overlapped } de { $of } perto, pouco demais para dizer alguma coisa.
sure-Guessing = um palpite
sure-FairlySure = bastante certeza
sure-Certain = certeza
mood = { $pleasant }, { $stirred }
mood-very-unpleasant = muito desagradável
mood-unpleasant = desagradável
mood-neither = nem agradável nem desagradável
mood-pleasant = agradável
mood-very-pleasant = muito agradável
mood-very-calm = muito calmo
mood-calm = calmo
mood-awake = nem calmo nem agitado
mood-stirred = agitado
mood-very-stirred = muito agitado
notebook-title = Seu caderno, e como o caso é lido
notebook-nothing = Você não anotou nada nesta hora. O que apareceu é lido assim:
notebook-related = Na leitura do caso, isto tem a ver com o que aflige a pessoa agora.
notebook-unrelated = Na leitura do caso, isto é parte da vida e não do sofrimento.
notebook-marked = Suas notas sobre isto: { $notes }.
notebook-left = Apareceu, e nenhuma nota sua é sobre isto.
notebook-by-lens = { $lens }: { $reading }
notebook-unheard = { $count ->
    [one] Mais um acontecimento em torno do qual o caso gira não apareceu nesta hora. Ele não é contado aqui.
   *[other] Mais { $count } acontecimentos em torno dos quais o caso gira não apareceram nesta hora. Eles não são contados aqui.
  }
note-Mark = Nota { $number }: uma linha que você marcou
note-empty = Nota { $number }: sem palavras e sem linha
note-Unsupported = Nota { $number }: ainda sem nada que a sustente
note-Supported = Nota { $number }, sobre uma linha
note-Link = Nota { $number }: duas linhas que vão juntas

feeling-Calm = calma
feeling-Content = contentamento
feeling-Relieved = alívio
feeling-Grateful = gratidão
feeling-Touched = comoção
feeling-Hopeful = esperança
feeling-Glad = alegria
feeling-Proud = orgulho
feeling-Excited = entusiasmo
feeling-Curious = curiosidade
feeling-Amused = divertimento
feeling-Surprised = surpresa
feeling-Tired = cansaço
feeling-Numb = entorpecimento
feeling-Bored = tédio
feeling-Lonely = solidão
feeling-Sad = tristeza
feeling-Grieving = luto
feeling-Hopeless = desesperança
feeling-Longing = saudade
feeling-Torn = divisão
feeling-Wary = desconfiança
feeling-Embarrassed = embaraço
feeling-Ashamed = vergonha
feeling-Guilty = culpa
feeling-Hurt = mágoa
feeling-Irritated = irritação
feeling-Tense = tensão
feeling-Anxious = ansiedade
feeling-Afraid = medo
feeling-Angry = raiva
feeling-Desperate = desespero
note-instead = Outro caminho, { $skill }: { $line } { $why }
## Exams

exam-was = Uma prova: { $title }.
exam-was-own = Uma prova que não foi marcada por um arquivo.
exam-attempt = Esta é a tentativa { $attempt }: ela já tinha sido começada antes.
exam-unreviewed = Nenhum profissional clínico tinha lido o caso.
exam-at-hand = O programa já podia ter mostrado as respostas do caso nesta máquina: ele estava ali para praticar, ou uma sessão dele tinha sido guardada.
exam-not-at-hand = O caso veio com a prova, e nenhuma sessão dele tinha sido guardada nesta máquina. O que aconteceu em outro lugar não se sabe aqui.
exam-met = { $met ->
    [0] Quando começou, nenhuma sessão do caso tinha sido guardada nesta máquina.
    [one] Quando começou, uma sessão do caso tinha sido guardada nesta máquina.
   *[other] Quando começou, { $met } sessões do caso tinham sido guardadas nesta máquina.
  }
exam-formative = Foi feita numa máquina que ninguém vigiava: o resultado é formativo, algo sobre o que conversar. O que se consultou enquanto ela ficou parada não se sabe.
exam-rules = A mesma sessão para todos. Sem notas de supervisão, sem voltar atrás, sem música e sem limite de tempo. Você pode sair da sala e continuar depois, do mesmo ponto. Nada é dito antes do fim. Uma prova começada pela segunda vez fica guardada como uma segunda, e o registro diz isso, assim como diz se o caso já estava nesta máquina.
exam-nothing-left-out = Nada pode ser deixado de fora desta prova. Leia o que aparece nela e fale com quem a marcou se algo for próximo demais de você.
model-title = Uma sessão modelo: { $title }
model-taken = Escolhido aqui: { $reply }

## Records

record-tail = O fim deste registro ({ $bytes } bytes) não pôde ser lido: o programa, ou o computador, parou enquanto ele era gravado. É posto de lado em um arquivo próprio antes que a sua próxima resposta seja guardada; tudo o que vem antes está aqui.

## O que se guarda

kept-where = As suas sessões, os seus exercícios e as suas configurações ficam em { $folder }, e em nenhum outro lugar: o programa não usa a rede. Uma sessão é um arquivo na pasta “records” dali, guardado sem outro nome além do que você mesmo se deu. Para apagar uma sessão, apague o arquivo dela; para apagar tudo, apague a pasta.
