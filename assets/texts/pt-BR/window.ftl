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

book-hint = As setas ou Tab movem, Enter abre, Esc volta.
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
book-unwritable = Não é possível gravar em { $folder }: { $why }. O que foi guardado até aqui está a salvo. Libere espaço, ou veja se você pode gravar ali; ou faça a sessão sem registro.
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
room-keys = 1–{ $most } responder · F1 um momento · Esc pausa · F10 sair
room-keys-over = Enter segue · Esc pausa
room-unrecorded = Seguir sem registro

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
settings-kept = Guardado para a próxima vez neste computador.
settings-unwritable = As configurações valem até o programa ser fechado, mas não podem ser guardadas: { $why }
settings-nowhere = As configurações valem até o programa ser fechado; não há pasta onde guardá-las.

## Quando a janela não pode ser aberta

window-no-display = Não há tela em que abrir uma janela: nem DISPLAY nem WAYLAND_DISPLAY está definido. Inicie o programa a partir de uma área de trabalho. Em um terminal, isto faz a mesma sessão: fifty-minutes play CASO. Os seus registros estão a salvo.
window-display-silent = A tela { $display } não responde, por isso nenhuma janela pôde ser aberta. Veja se DISPLAY ou WAYLAND_DISPLAY indica a tela em que você está. Em um terminal, isto faz a mesma sessão: fifty-minutes play CASO. Os seus registros estão a salvo.
window-no-graphics = Não foi encontrado um driver gráfico capaz de desenhar a janela. Instale o driver Vulkan da sua placa de vídeo ou, no Debian e no Ubuntu, o que não precisa de placa: mesa-vulkan-drivers. Em um terminal, isto faz a mesma sessão: fifty-minutes play CASO. Os seus registros estão a salvo.
window-failed = A janela precisou ser fechada: { $what }. Toda resposta que foi dada está nos seus registros, e a sessão pode ser continuada. Em um terminal, isto faz a mesma sessão: fifty-minutes play CASO.
