### Palavras que só a janela usa.

window-title = { $screen } – Fifty Minutes

screen-book = Agenda
screen-referral = Encaminhamento
screen-room = Em sessão
screen-pause = Pausa
screen-afterwards = Depois
screen-settings = Configurações

## O título

title-about = Uma hora com um paciente simulado, para quem está aprendendo a ser terapeuta. Ninguém aqui é real; o que você pratica pode ser.
title-book = Agenda
title-book-hint = Enter – quem está esperando, e sessões a continuar
title-settings = Configurações
title-settings-hint = F2 – tamanho do texto, cores, movimento, som
title-leave = Sair
title-leave-hint = Tudo fica guardado como está

## A agenda

book-hint = As setas ou Tab movem, Enter abre, Esc volta. F3 leva à mesa de autoria.
book-cases = Casos
book-empty = Não há casos aqui.
book-about = { $people } · { $setting } · { $lens }
book-difficulty = Dificuldade { $difficulty } de 5
book-length = { $sessions ->
    [one] uma sessão
   *[other] { $sessions } sessões
  } de { $minutes } minutos
book-languages = Idiomas: { $languages }
book-language-in-part = { $language } (em parte)
content-can-be-left-out = { $note } (pode ficar de fora)
content-notes = Aparece: { $notes }
book-not-playable = Não pode ser usado até que isto seja corrigido:
book-broken = “{ $case }” ainda não pode ser usado; a agenda diz o que precisa ser corrigido.
book-line = linha { $line }
book-more-findings = e mais { $count }; “fifty-minutes check” lista todos
book-unwritable = Não é possível gravar em { $folder }: { $why }. O que foi guardado até aqui está a salvo. Libere espaço, ou veja se você pode gravar ali.
or-unrecorded = Ou faça a sessão sem registro.
book-hours-left = Interrompidas
book-no-hours-left = Nenhuma sessão espera para ser continuada.
book-go-on = Continuar
book-left = { $when } · { $replies } { $replies ->
    [one] resposta
   *[other] respostas
  }, minuto { $minute }
book-when = { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
  } de { $year }, { $time }
book-hours-held = Realizadas
book-held = { $when } · { $ending }
book-again = refeita a partir da resposta { $turn }
book-next = Seguir para a sessão { $session }
book-unsound = Registros que não podem ser continuados
book-damaged = Danificado na linha { $line }: o que está ali não é o que o programa gravou. Ele fica como está.
book-newer = Gravado por uma versão mais nova do programa. Ele fica como está; com aquela versão pode ser continuado.
book-unreadable = Não pode ser lido: não é um arquivo que o programa possa ler, ou é grande demais. Ele fica como está.
book-recover = Salvar o que pode ser lido
book-recovered = O que pôde ser lido, { $replies } { $replies ->
        [one] resposta
       *[other] respostas
    }, foi guardado como uma sessão à parte e pode ser continuado. O registro danificado fica como está.
book-read-again = Ler a devolutiva
book-so-far = Ler a devolutiva até aqui

## O encaminhamento

referral-person = { $name }, { $age }
referral-mode = Como você entra
mode-Learn-about = Cada resposta traz o nome da habilidade, e uma nota de supervisão segue a que você escolhe.
mode-Practise-about = Uma nota de supervisão segue cada resposta, a não ser que você tenha desligado as notas.
mode-Exam-about = Nada é dito até o fim.
mode-exam-refused = Ainda não é possível escolher a prova: nenhum profissional clínico revisou este caso.
referral-session = Qual sessão
referral-session-name = { $number }. { $title }
referral-after = Continua a partir da sua sessão de { $when }: o que foi dito e sentido nela é levado adiante.
referral-supposed = Continua a partir do que o caso supõe ter acontecido antes. Para continuar a partir de uma sessão sua, escolha-a na agenda.
referral-model-there = Há um modelo desta sessão para percorrer: escolha { $learn }.
referral-begin = Começar
referral-back = Voltar
referral-keys = Enter começa, Esc volta.
referral-unrecorded = Começar sem registro
referral-rehearse = Ensaiar o rascunho
referral-rehearse-about = Para quem escreve o caso: nada desta sessão fica guardado, e ela acompanha cada mudança nos arquivos assim que você salva.
referral-rehearse-slow = Uma mudança pode levar dois segundos para aparecer, porque este sistema não avisa na hora: { $why }

## A sala

room-do = fazer
room-note = Nota
room-go-on = Seguir
room-minute = { $minute } min
room-keys = 1–{ $most } responder · F1 um momento · F3 até aqui · Esc pausa · F10 sair
room-keys-reading = Setas e Tab escolhem · F1 um momento · F3 até aqui · Esc pausa · F10 sair
room-keys-words = Enter mostra as respostas · F1 um momento · F3 até aqui · Esc pausa · F10 sair
room-keys-nearest = 1–{ $most } escolher · F1 um momento · F3 até aqui · Esc pausa · F10 sair
room-keys-over = Enter segue · F3 até aqui · Esc pausa
stuck-save = Salvar a sessão inteira de novo
stuck-folder = Ou em outra pasta, como a de um pen drive
stuck-elsewhere = Salvar ali
stuck-saved-elsewhere = A sessão inteira está salva em { $folder }, e é guardada ali daqui em diante. Para encontrá-la ali outra vez, inicie o programa com --data-dir e essa pasta.
stuck-whole-path = Escreva o caminho inteiro da pasta, como em /media/pendrive ou ~/pendrive.
sound-none = Não há som: nenhum dispositivo foi encontrado. Tudo o que se ouve também pode ser lido, em legendas que as configurações ligam. A sessão é guardada como sempre.
room-saving = Salvando… A sua resposta está sendo gravada no disco. O que vem depois aparece assim que ela estiver lá.
room-unrecorded = Seguir sem registro
afterwards-unkept = O que você disse da sessão não pôde ser guardado, e aparece só agora. A sessão em si está a salvo.

## Um rascunho que está sendo escrito

draft-broken = O rascunho não pode ser usado como foi salvo. Até que seja corrigido, continua valendo o que foi lido antes.
draft-stands = A sessão está antes da sua resposta { $turn }, “{ $words }” ({ $id }): o rascunho não leva adiante.
draft-stands-before-topic = A sessão está onde você deixou “{ $id }” de fora: o rascunho não leva adiante.
draft-over = Ela termina aqui, em “{ $beat }”.
draft-gone = Em “{ $beat }” não há mais nada com esse nome.
draft-shut = Em “{ $beat }” isso existe, mas não é oferecido: o que se pede ali não se cumpre.
draft-as-it-began = O rascunho mudou; esta sessão continua com o roteiro com que começou.

## A pausa

pause-title = A sessão espera
pause-about = Leve o tempo que precisar. Nada anda enquanto você está aqui.
pause-go-on = Continuar
pause-go-on-hint = Esc – de volta à sala
pause-settings = Configurações
pause-settings-hint = F2 – tamanho do texto, cores, movimento, som
pause-leave = Sair da sala
pause-leave-kept = F10 – a sessão fica guardada; continue pela agenda
pause-leave-unkept = F10 – esta sessão não tem registro e se perderá
pause-grounding-hint = F1 – alguns passos simples, e a quem recorrer

## Um momento para você

grounding-title = Um momento para você
grounding-about = Nada anda enquanto você está aqui, e não há nada a acertar. Fique com o que ajudar.
grounding-back = De volta aonde você estava
grounding-back-hint = Esc – está como você deixou

## O que pode ficar de fora

leave-out = Deixar isto de fora
leave-out-title = Deixar algo de fora
leave-out-about = A partir de agora isso não aparece mais nesta sessão, e nada disso conta daqui em diante. O que já foi respondido fica.

## Depois

afterwards-title = Antes de seguir lendo
afterwards-about = Duas perguntas curtas, para você. Deixe em branco o que quiser.
afterwards-expects = Como você acha que { $name } vai sair daqui?
afterwards-feel = O que você sentiu nesta sessão?
afterwards-feel-hint = Com as suas palavras
afterwards-own = Fica guardado para você e só aparece na sua devolutiva. Shift e Enter começam uma linha nova.
afterwards-go-on = Seguir para a devolutiva

## A devolutiva

debrief-show = Mostrar { $count ->
    [one] a fala
   *[other] as { $count } falas
  } de onde isso veio
debrief-hide = Ocultar { $count ->
    [one] a fala
   *[other] as falas
  } de onde isso veio
debrief-bar = { $value } no caminho de 0 a 100
debrief-before = Antes: { $text }
debrief-axis = Na horizontal: respostas. Na vertical: de 0 a 100. Clique para ir a uma resposta.
debrief-openness = vivência, de 1 a 7 em toda a altura
debrief-stances = Na sala
debrief-mattered = O que pesou
debrief-scores = Três escores
debrief-over-time = No tempo
debrief-transcript = Transcrição
debrief-see = { $title }: ir à resposta { $line }
debrief-instead = A sua resposta ali
debrief-again = Tentar de novo a partir da resposta { $turn }
debrief-other = Em vez da resposta { $turn }: { $line }
hindsight-under-way = Olhando para trás: { $percent }%.
hindsight-wait = Está sendo examinado o que teria vindo delas.
debrief-close = De volta à agenda

## Configurações

settings-text = Texto: { $percent }%
settings-text-name = Tamanho do texto em porcentagem
settings-language = Idioma
settings-theme = Cores
theme-Light = Claro
theme-Dark = Escuro
theme-HighContrast = Alto contraste
settings-volume = Som: { $percent }%
settings-volume-name = Volume em porcentagem
settings-mute = Sem som
settings-voice = Vozes: { $percent }%
settings-voice-name = Volume das vozes em porcentagem
settings-tone = A sala: { $percent }%
settings-tone-name = Volume da sala em porcentagem
settings-rain = Chuva na janela
settings-clock = Um relógio com tique-taque
settings-music = Música: { $percent }%
settings-music-name = Volume da música em porcentagem
settings-music-hint = Ela acompanha os rostos que aparecem, bem baixinho. Em uma prova não há música, seja qual for o ajuste aqui.
settings-captions = Legendas ao pé da imagem
settings-captions-hint = O que se descreve é o que se vê. O que isso pode significar é um palpite, como sempre; em uma prova não se dá palpite.
captions-Off = Nenhuma
captions-Sounds = O que se ouve
captions-Described = O que se ouve e se vê
captions-Interpreted = O que se ouve, se vê e o que pode significar
settings-room = A sala
settings-motion = Menos movimento: a pessoa fica parada, e um rosto se dissolve no seguinte
settings-notes = Notas de supervisão depois de cada resposta
settings-notes-hint = Em uma prova não há notas, seja qual for o ajuste aqui.
settings-presets = Várias de uma vez
preset-Seeing = Mais fácil de ver
sets-Seeing = Texto em 150% ou mais, alto contraste, legendas do que se vê
preset-Hearing = Mais fácil de acompanhar sem ouvir bem
sets-Hearing = Legendas do que se ouve e se vê; sem música, sala, chuva ou relógio
preset-Stillness = Menos coisas acontecendo
sets-Stillness = Menos movimento; sem música, chuva ou relógio
settings-close = Voltar
settings-kept = O que se guarda de você
settings-unread = Não foi possível ler as suas configurações; elas estão como no início. O arquivo que estava lá agora é { $file }.
settings-unwritable = As configurações valem até o programa ser fechado, mas não podem ser guardadas: { $why }
settings-nowhere = As configurações valem até o programa ser fechado; não há pasta onde guardá-las.

## Quando a janela não pode ser aberta

window-no-display = Não há tela em que abrir uma janela: nem DISPLAY nem WAYLAND_DISPLAY está definido. Inicie o programa a partir de uma área de trabalho. Em um terminal, isto faz a mesma sessão: fifty-minutes play CASO. Os seus registros estão a salvo.
window-display-silent = A tela { $display } não responde, por isso nenhuma janela pôde ser aberta. Veja se DISPLAY ou WAYLAND_DISPLAY indica a tela em que você está. Em um terminal, isto faz a mesma sessão: fifty-minutes play CASO. Os seus registros estão a salvo.
window-no-graphics = Não foi encontrado um driver gráfico capaz de desenhar a janela. Instale o driver Vulkan da sua placa de vídeo ou, no Debian e no Ubuntu, o que não precisa de placa: mesa-vulkan-drivers. Em um terminal, isto faz a mesma sessão: fifty-minutes play CASO. Os seus registros estão a salvo.
window-no-cause = isso foi pedido, sem que se dissesse por quê
window-no-reason = sem dizer por quê
window-graphics-lost = a placa de vídeo ou o driver dela parou de responder ({ $what }); se isso se repetir, atualize o driver, ou desenhe sem a placa, definindo WGPU_FORCE_FALLBACK_ADAPTER=1 antes de iniciar
window-graphics-memory = a placa de vídeo não tem mais memória; feche o que mais a usa, ou diminua a janela com --size
window-graphics-error = o driver de vídeo se recusou a desenhar ({ $what })
window-failed = A janela precisou ser fechada: { $what }. Toda resposta de uma sessão que é guardada está nos seus registros, e a sessão pode ser continuada. Em um terminal, isto faz a mesma sessão: fifty-minutes play CASO.

## A mesa de autoria

screen-authoring = Mesa de autoria
title-authoring = Mesa de autoria
title-authoring-hint = F3 – para quem escreve casos: a cena como mapa, o que há de errado nela, qualquer momento posto à prova
authoring-about = Para quem escreve casos. Escolha um para ver as cenas como mapas, o que há de errado nele, e para jogá-lo a partir de qualquer beat.
authoring-only-read = Estes casos são a cópia que vem no programa e aqui só podem ser lidos. Para escrever, inicie com --dialogues PASTA, ou com uma pasta “dialogues” no lugar de onde você inicia; fifty-minutes new meu-caso --in PASTA cria um caso para começar.
authoring-found = { $errors ->
    [0] nenhum erro
    [one] um erro
   *[other] { $errors } erros
  }, { $warnings ->
    [0] nenhum aviso
    [one] um aviso
   *[other] { $warnings } avisos
  }
authoring-part-map = Mapa
authoring-part-beats = Beats
authoring-part-findings = Achados: { $count }
authoring-part-state = Como as coisas estão
authoring-part-beat = O beat
authoring-part-try = Experimentar
authoring-to-room = Voltar à sala
authoring-back = Voltar
authoring-unread = { $why }. Os casos serão lidos sozinhos assim que for possível; até lá, aqui só está o que foi lido antes.
authoring-gone = Os arquivos deste caso não estão mais lá. O que se vê é o caso como era da última vez em que podia ser jogado.
authoring-gone-beat = Não há mais na cena um beat “{ $gone }”. No lugar dele está “{ $beat }”.
authoring-keys = 1–6 partes · Ctrl+F ou F3 procurar · F4 editor · F5 jogar a partir daqui · F7 jogar a sessão · Esc voltar
authoring-stale = Os arquivos estão com erro neste momento. O que se vê é o caso como era da última vez em que podia ser jogado.
authoring-no-map = Não há o que desenhar enquanto os erros não forem corrigidos.
authoring-no-findings = Nada de errado foi encontrado.
authoring-go = Ir para { $beat }
authoring-edit = Abrir no meu editor
authoring-editor = Meu editor
authoring-editor-name = Comando que abre o meu editor
authoring-editor-about = Um comando com {"{file}"} e {"{line}"}, como: kate --line {"{line}"} {"{file}"}. Se ficar vazio: { $found }.
authoring-editor-system = o programa com que este sistema abre esses arquivos
authoring-editor-set = Usar este
editor-unclear = Este comando não pode ser lido: umas aspas não foram fechadas, ou não há nada escrito. Escreva o programa e o que ele deve receber, como: kate --line {"{line}"} {"{file}"}
editor-failed = Não foi possível abrir { $what }: { $why }. Defina um comando para o seu editor em Achados.
editor-ended = terminou com { $status }

## O mapa de uma cena

chart-name = Mapa da cena “{ $title }”, { $beats } beats. As setas o movem, mais e menos o aumentam e diminuem, 0 o mostra inteiro, Enter abre o beat que está no meio. A lista de beats diz o mesmo em palavras.
chart-find = Procurar um beat
chart-find-hint = Um id ou palavras
chart-found = { $found ->
    [0] nada encontrado
   *[other] { $at } de { $found }
  }
chart-next = Próximo
chart-larger = Maior
chart-smaller = Menor
chart-fit = Mapa inteiro
chart-counting = Contando com que frequência os jogadores chegam a cada beat: { $percent }%.
chart-counted = Em { $hours } sessões de jogadores que seguem uma única ideia cada um.
chart-replies-never-taken = respostas nunca escolhidas
chart-met = encontrado em { $percent }% das sessões
chart-never-taken = { $count ->
    [one] uma resposta nunca escolhida
   *[other] { $count } respostas nunca escolhidas
  }

## Um beat ao lado

beat-line = { $file }, linha { $line }
beat-topic = Deixado de fora com o tema “{ $topic }”; então segue para { $beat }.
beat-tells = Conta “{ $fact }” onde o que ele pede está dado ({ $needs }); senão, segue para { $beat }.
beat-no-needs = nada
beat-lines = O que se diz e se vê
beat-replies = Respostas
beat-onward = Segue adiante
beat-to = Leva a { $beat }
beat-taken = Escolhida em { $percent }% das sessões que chegaram aqui.
beat-unsaid = Nada se diz nem se vê aqui.
beat-effects = Além disso: { $effects }.

## Um beat posto à prova em um estado

try-about = O que cada resposta faria a partir do estado definido, descoberto tomando-a de fato. Nada disso fica guardado.
try-set = Definir como as coisas estão
try-minute = Minuto { $minute }
try-minute-name = Minuto no relógio
try-stance = Na sala: { $stance }. Se acabasse agora: { $ending }.
try-measure = { $measure }: { $value }
try-measure-of = { $name }, { $measure }
try-rupture = Ruptura
try-rupture-None = nenhuma aberta
try-depth = Profundidade: { $depth }
try-depth-of = { $name }, profundidade da ruptura
try-told = Já contado
try-noted = Já anotado
try-met = Já encontrado
try-fresh = Como a sessão começa
try-arrived = Como os jogadores chegam aqui pela primeira vez
try-play = Jogar a partir daqui
try-play-hour = Jogar a sessão desde o começo
try-broken = Pode ser jogado assim que os erros forem corrigidos.
try-replaces = Uma sessão espera na sala{ $replies ->
    [one] , com uma resposta
   *[other] , com { $replies } respostas
  }, e nada dela fica guardado. Se você jogar agora, ela se perde.
try-replace = Jogar, e deixá-la ir
try-wait = Deixá-la esperando
try-unrecorded = O que se joga a partir daqui fica sem registro.
try-replies = O que cada resposta faria
try-moved-on = De { $from } a sessão segue sozinha para { $to }.
try-over = Aqui a sessão terminou: { $ending }.
try-no-replies = Não há o que responder aqui.
try-hidden = Não está disponível.
try-change = { $measure } { $before } → { $after }
try-nothing = Nada se move na pessoa.
try-later = Mais tarde: { $measure } { $amount }, depois de { $replies ->
    [one] mais uma resposta
   *[other] mais { $replies } respostas
  }
try-stance-change = { $before } → { $after }
try-told-now = Vem à tona: { $fact }
try-blocked-now = Perguntado cedo demais: { $fact }
rupture-Opened = Abre-se uma ruptura
rupture-Deepened = A ruptura se aprofunda
rupture-Eased = A ruptura se ameniza
rupture-Mended = A ruptura é reparada
rupture-Refused = Tenta-se reparar, e não é aceito
try-ends = A sessão termina: { $ending }

## O que falta

unmet = Falta: { $what }.
unmet-is = { $what }; agora: { $is }
unmet-none-of = um destes: { $ways }

## Uma sessão de quem escreve

keep-transcript = Guardar como transcrição
keep-transcript-hint = F8 – as respostas, ao lado do caso, para você dizer o que espera da sessão
keep-done = Guardado em { $file }. Escreva nele o que você espera da sessão e depois rode: fifty-minutes test { $file }
room-author = F8 guardar · F9 mesa de autoria

severity-Error = Erro
severity-Warning = Aviso
severity-Note = Nota

## Dez minutos, e progresso

screen-drill = Dez minutos
screen-progress = Progresso
title-drill = Dez minutos
title-drill-hint = F4 – momentos difíceis, um de cada vez e quantas vezes você quiser
title-progress = Progresso
title-progress-hint = F5 – o que você tentou, como foi, o que tentar agora
drill-looking = Alguém está entrando.
drill-keys = 1–{ $most } responder · F1 um momento · Esc sair
drill-keys-answered = Enter de novo · N outro · + fácil demais · − difícil demais · Esc sair
drill-again = O mesmo momento
drill-again-hint = Enter – com outras palavras, e em outro estado
drill-another = Outro momento
drill-another-hint = N – este volta no seu tempo
drill-easy = Fácil demais
drill-easy-hint = Mais – os novos momentos deste tipo ficam mais difíceis
drill-hard = Difícil demais
drill-hard-hint = Menos – os novos momentos deste tipo ficam mais fáceis, e este espera se for mais difícil do que eles
drill-pass-over-hint = N – o próximo sem isto
drill-topic-on = Seguir
drill-topic-on-hint = Enter – dá para sair a qualquer momento com Esc
drill-topic-out = Deixar isto de fora hoje
drill-topic-out-hint = Nenhum momento com isto aparece mais desta vez
drill-topics-out = Deixar de fora tudo deste tipo hoje
drill-topics-out-hint = Nenhum momento com algo que possa ficar de fora aparece desta vez
drill-failed = Não foi possível buscar nenhum momento.
drill-look-again = Buscar de novo
drill-look-again-hint = Enter – assim que o que está dito acima for resolvido
drill-leave-it = Sair
drill-leave-hint = Esc – o que você respondeu fica guardado
drill-as-well = Também
drill-would = Havia
progress-finding = Seus registros estão sendo lidos.
progress-drill = Praticar este momento
progress-choose = Escolha um, e os dez minutos serão só sobre isso.
progress-drill-this = Praticar só isto
progress-untried = Ainda não praticado.
progress-back = Voltar
progress-back-hint = Esc – para o título
## Beside the hour

screen-so-far = A hora até aqui
so-far-about = Leia para trás o quanto quiser. Você pode voltar a antes de qualquer resposta; nada do que veio depois terá acontecido, e você pode retomá-lo. Escolha uma linha, ou duas que vão juntas, e anote o que pensa disso. O que você escreveu sobre linhas posteriores vai com elas.
so-far-about-exam = Leia para trás o quanto quiser. Em uma prova não há como voltar. Escolha uma linha, ou duas que vão juntas, e anote o que pensa disso.
so-far-go-on = Seguir com a hora
so-far-redo = Retomar o que desfez
so-far-back = Voltar a antes da resposta { $turn }
so-far-noted = nas suas notas
so-far-notebook = Seu caderno
so-far-write = { $lines ->
    [0] Nenhuma linha foi escolhida: o que você escrever é uma hipótese ainda sem nada que a sustente.
    [one] Uma linha foi escolhida: o que você escrever é sobre ela.
   *[other] Duas linhas foram escolhidas: o que você escrever é como elas vão juntas.
  }
so-far-words = O que você pensa disso?
so-far-write-down = Anotar
so-far-mark = Marcar
so-far-no-notes = Nada foi anotado ainda.
so-far-strike = Tirar a nota { $number }
so-far-afterwards = Depois da hora, suas notas ficam ao lado da leitura do caso. Ninguém as pontua.
before-reading = Antes de responder: como isto pode estar sendo para { $name } agora?
before-grid = Na grade, de desagradável à esquerda a agradável à direita, de calmo embaixo a agitado em cima
before-grid-none = nada escolhido ainda; as setas andam por ela
before-grid-how = À esquerda é desagradável, à direita agradável. As setas também andam por ela.
before-stirred = agitado
before-calm = calmo
before-saw = O que você vê e ouve?
before-reading-done = Seguir
before-pass = Agora não
before-reading-about = Depois você vê até onde isso coincide com o que é plausível. Não conta pontos, e você pode desligar nas configurações.
before-words = O que você mesmo diria ou faria?
before-words-hint = Digite, ou só pense. Enter mostra as respostas.
before-words-done = Mostrar as respostas
before-skill = O que é? Se quiser:
before-words-kept = Suas palavras ficam guardadas com a hora e vão junto se você a entregar. Nenhum programa as julga.
before-words-forgotten = Suas palavras são esquecidas depois da conversa sobre a hora. Ninguém as julga.
before-nearest = Você: “{ $words }” Qual destas chega mais perto?
before-none = Nenhuma delas
settings-read = Perguntar o que você vê na pessoa
settings-read-hint = Em alguns momentos, a partir da sua segunda hora; nunca em uma prova.
settings-say-first = Dizer primeiro com as suas palavras
settings-say-first-hint = Perguntam-se as suas palavras antes de mostrar as respostas.
settings-keep-words = Guardar essas palavras com a hora
debrief-own = Seu
debrief-no-readings = Não se perguntou o que você via, ou você deixou de lado.
debrief-see-reply = Ver a resposta { $turn }
## Exams, model hours, several trainees

screen-trainees = Quem está praticando
book-exams = Provas
exam-named = Prova: { $exam }
exam-about = { $people } · sessão { $session }
exam-not-to-be-held = Não pode ser feita enquanto isto não for corrigido:
exam-cannot-be-held = Esta prova não pode ser feita. { $why }
exam-begin = Começar a prova
exam-begin-again = Começar mais uma vez
exam-go-on = Continuar a prova
dropped-refused = “{ $file }” não é uma prova nem uma sessão entregue: { $why }
handed-in-sound = Esta sessão foi entregue como arquivo. Nada nela foi mudado, e as mesmas respostas levam à mesma sessão.
handed-in-written = Gravado em { $file }: a sessão e seu roteiro, para entregar.
hand-in = Gravar um arquivo para entregar
hand-in-hint = F7 – a sessão e seu roteiro num só arquivo, como foram guardados, com suas notas e o que você sentiu
model-note-mark = Modelo
model-on = Avançar
model-back = Voltar
model-leave = Ao encaminhamento
model-play = Conduzir você
model-at = Resposta { $at } de { $of } · { $title }
model-was = Essa foi a sessão modelo. Conduzida por você, será outra: ninguém precisa responder como ela.
model-keys = → avança · ← volta · ↑ ↓ respostas · Esc sai
referral-model = Percorrer uma sessão modelo: { $title }
referral-model-about = A sessão inteira como alguém a conduziu, resposta por resposta, com o que há para notar. Nada é guardado.
title-trainee = Praticando: { $name }
title-trainee-hint = F6 – outra pessoa, ou alguém novo
trainee-nobody = sem nome
trainee-choose = Praticar: { $name }
trainee-new = Alguém novo
trainee-hint = garca-7
trainee-pseudonym = Letras de a a z, algarismos e hífens. Um pseudônimo é melhor que o seu nome.
trainee-add = Acrescentar e começar
trainees-about = Cada um tem seus registros e suas configurações, e as sessões interrompidas esperam por quem as começou.
trainees-open = Não há senhas: quem usa esta conta da máquina pode ler tudo.
trainees-back = Voltar
