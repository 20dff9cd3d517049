//! What a person and a room sound like, measured: levels, clicks, pitch and spectrum.

use fifty_minutes::portrait::voice::{
    Clip, LAYERS, Manner, Mood, PEAK, RATE, Scale, Style, Voice, body, chair, clock, layer, murmur, rain, tone,
};
use fifty_minutes::script::voicing::{Sound, Voicing};

use crate::ear::{between, brightness, heard, loudness, pitches, power, steps, unlike};
use crate::root;

fn voices() -> Vec<Voice> {
    [(50, 50, 50), (0, 0, 100), (100, 100, 0), (-40, 900, 50)]
        .map(|(pitch, timbre, breath)| Voice::of(&Voicing { pitch, timbre, breath }))
        .to_vec()
}

/// How a sound is made from a seed.
type Make = Box<dyn Fn(u64) -> Clip>;

/// Every sound there is, by name.
fn all() -> Vec<(String, Make)> {
    let mut sounds: Vec<(String, Make)> = vec![
        ("room".into(), Box::new(tone)),
        ("rain".into(), Box::new(rain)),
        ("clock".into(), Box::new(clock)),
        ("chair".into(), Box::new(chair)),
    ];
    for &scale in Scale::ALL {
        for number in 0..LAYERS {
            sounds.push((format!("{scale:?} {number}"), Box::new(move |seed| layer(scale, number, seed))));
        }
    }
    for voice in voices() {
        for &manner in Manner::ALL {
            sounds.push((format!("{manner:?} of {voice:?}"), Box::new(move |seed| murmur(&voice, manner, seed))));
        }
        for &sound in Sound::ALL {
            sounds.push((format!("{sound:?} of {voice:?}"), Box::new(move |seed| body(&voice, sound, seed))));
        }
    }
    sounds
}

#[test]
fn no_sound_clicks_leans_or_is_loud_and_each_is_its_seed() {
    for (name, make) in all() {
        let clips = [1, 2, 3].map(&make);
        assert_eq!(clips[0], make(1), "{name}");
        assert!(clips[0].samples != clips[1].samples && clips[1].samples != clips[2].samples, "{name}");
        for clip in clips {
            let samples = &clip.samples;
            assert!(samples.iter().all(|sample| sample.is_finite() && sample.abs() <= PEAK), "{name}");
            assert!((-70.0..-25.0).contains(&loudness(samples)), "{name} is at {}", loudness(samples));
            let mean = samples.iter().map(|sample| f64::from(*sample)).sum::<f64>() / samples.len() as f64;
            assert!(mean.abs() < 1e-6, "{name} leans by {mean}");
            ends_well(&name, &clip);
        }
    }
}

fn ends_well(name: &str, clip: &Clip) {
    let samples = &clip.samples;
    if clip.comes_round {
        // Over the seam it goes on as it goes elsewhere, in where it is and in which way it goes.
        let edge = samples.len().min(64);
        let seam: Vec<f32> = samples[samples.len() - edge..].iter().chain(&samples[..edge]).copied().collect();
        assert!(steps(&seam) <= steps(samples), "{name}");
        let bends = |samples: &[f32]| samples.windows(3).map(|part| (part[0] - 2.0 * part[1] + part[2]).abs()).fold(0.0, f32::max);
        assert!(bends(&seam) <= bends(samples), "{name}");
        return;
    }
    let (first, last) = (samples[0], samples[samples.len() - 1]);
    assert!(first.abs() < 1e-4 && last.abs() < 1e-4, "{name}: {first} {last}");
    let loudest = |part: &[f32]| part.iter().fold(0.0_f32, |loudest, sample| loudest.max(sample.abs()));
    let edge = RATE as usize / 1_000;
    assert!(loudest(&samples[..edge]) < 0.02 && loudest(&samples[samples.len() - edge..]) < 0.02, "{name}");
    assert!(steps(samples) < 0.1, "{name} jumps by {}", steps(samples));
}

#[test]
fn a_murmur_is_a_phrase_and_never_a_word() {
    for voice in voices() {
        for &manner in Manner::ALL {
            for seed in 0..2 {
                let clip = murmur(&voice, manner, seed);
                assert!((0.79..=1.81).contains(&clip.seconds()), "{manner:?}: {}", clip.seconds());
                let (low, high) = (between(&clip.samples, 43.0, 1_000.0), between(&clip.samples, 4_000.0, 12_000.0));
                assert!(10.0 * (low / high).log10() > 30.0, "{manner:?} of {voice:?}");
            }
        }
    }
}

#[test]
fn manner_and_author_are_heard_in_the_pitch() {
    let middle = |voice: &Voice, manner| {
        let mut pitches: Vec<f64> = (0..5).map(|seed| heard(&murmur(voice, manner, seed))).collect();
        pitches.sort_by(f64::total_cmp);
        pitches[2]
    };
    let voice = Voice::of(&Voicing::default());
    let manners = [Manner::Heavy, Manner::Plain, Manner::Tight].map(|manner| middle(&voice, manner));
    assert!(manners[0] * 1.04 < manners[1] && manners[1] * 1.08 < manners[2], "{manners:?}");
    let pitches = [0, 25, 50, 75, 100].map(|pitch| middle(&Voice::of(&Voicing { pitch, ..Voicing::default() }), Manner::Plain));
    assert!(pitches.windows(2).all(|pair| pair[0] * 1.1 < pair[1]), "{pitches:?}");
    // What was written is where the voice lies.
    assert!((85.0..105.0).contains(&pitches[0]) && (205.0..245.0).contains(&pitches[4]), "{pitches:?}");
}

#[test]
fn a_phrase_falls_at_its_end() {
    let voice = Voice::of(&Voicing::default());
    for &manner in Manner::ALL {
        let falls = (0..9).filter(|&seed| {
            let clip = murmur(&voice, manner, seed);
            let third = clip.samples.len() / 3;
            let part = |part: &[f32]| heard(&Clip { samples: part.to_vec(), ..clip });
            part(&clip.samples[..third]) > part(&clip.samples[2 * third..])
        });
        assert!(falls.count() >= 7, "{manner:?}");
    }
}

#[test]
fn a_body_sounds_like_breath() {
    for voice in voices() {
        for seed in 0..3 {
            let sigh = body(&voice, Sound::Sigh, seed).samples;
            // Of the second stream of air the beginning and the end.
            let out = &sigh[sigh.len() * 4 / 10..];
            let (begins, ends) = (brightness(&out[..out.len() / 3]), brightness(&out[out.len() * 6 / 10..out.len() * 9 / 10]));
            assert!(ends < 0.75 * begins, "{begins} {ends}");
            let sniff = body(&voice, Sound::Sniff, seed).samples;
            assert!(brightness(&sniff) > 2.0 * brightness(&sigh));
            // No pitch of it stands out: it is air.
            let powers: Vec<f64> = pitches(300.0, 1_500.0).map(|hertz| power(out, RATE, hertz)).collect();
            let sharp = powers.windows(5).map(|near| near[2] / (near[0] + near[1] + near[3] + near[4])).fold(0.0, f64::max);
            assert!(sharp < 1.0, "{sharp}");
        }
    }
    let brightnesses = [0, 100].map(|timbre| {
        let voice = Voice::of(&Voicing { timbre, ..Voicing::default() });
        (0..6).map(|seed| brightness(&body(&voice, Sound::Breath, seed).samples)).sum::<f64>()
    });
    assert!(brightnesses[1] > 1.08 * brightnesses[0], "{brightnesses:?}");
}

#[test]
fn sobs_come_in_jerks_and_a_swallow_clicks_twice() {
    let voice = Voice::of(&Voicing::default());
    let bursts = |clip: &Clip, above: f64| {
        let loud: Vec<bool> = clip.samples.chunks(441).map(|part| loudness(part) > loudness(&clip.samples) + above).collect();
        // Moments closer together than two hundredths of a second are one.
        let joined: Vec<bool> = (0..loud.len()).map(|at| loud[at] || (at > 0 && loud[at - 1] && loud.get(at + 1) == Some(&true))).collect();
        joined.windows(2).filter(|pair| !pair[0] && pair[1]).count()
    };
    let counts: Vec<usize> = (0..8).map(|seed| bursts(&body(&voice, Sound::Sob, seed), -6.0)).collect();
    assert!(counts.iter().all(|count| [3, 4].contains(count)) && counts.contains(&3) && counts.contains(&4), "{counts:?}");
    assert!((0..4).all(|seed| bursts(&body(&voice, Sound::Sniff, seed), -6.0) == 2));
    let counts: Vec<usize> = (0..8).map(|seed| bursts(&body(&voice, Sound::Swallow, seed), 3.0)).collect();
    assert!(counts.iter().all(|count| *count == 2), "{counts:?}");
}

#[test]
fn the_room_is_still_and_rain_is_brighter() {
    let (still, wet) = (tone(50), rain(50));
    assert!((loudness(&still.samples) + 46.0).abs() < 0.5);
    let second = RATE as usize;
    assert!(brightness(&wet.samples[..second]) > 5.0 * brightness(&still.samples[..second]));
    let ticks = clock(50);
    assert_eq!(ticks.samples.len() % second, 0);
    let ticks: Vec<&[f32]> = ticks.samples.chunks(second).collect();
    let beats = ticks.iter().map(|tick| tick.iter().position(|sample| sample.abs() > 0.001).unwrap());
    assert!(beats.clone().max().unwrap() - beats.min().unwrap() < RATE as usize / 200, "a second from tick to tock");
    assert!(brightness(ticks[0]) > 1.08 * brightness(ticks[1]), "a tock is lower than a tick");
}

#[test]
fn the_music_is_hardly_there_and_each_scale_is_its_own() {
    for &scale in Scale::ALL {
        for seed in 0..3 {
            let layers: Vec<Clip> = (0..LAYERS).map(|number| layer(scale, number, seed)).collect();
            let whole: Vec<f32> = (0..layers[0].samples.len()).map(|at| layers.iter().map(|layer| layer.samples[at]).sum()).collect();
            assert!((loudness(&whole) + 36.0).abs() < 1.0, "{}", loudness(&whole));
            // Nothing comes suddenly: no half second is much louder than the one before.
            let halves: Vec<f64> = whole.chunks_exact(layers[0].rate as usize / 2).map(loudness).collect();
            assert!(halves.windows(2).all(|pair| (pair[0] - pair[1]).abs() < 3.5), "{halves:?}");
        }
    }
    // The third tells minor from major: F or F sharp above the D below middle C.
    let third = |scale| {
        let clip = layer(scale, 1, 0);
        power(&clip.samples, clip.rate, 369.99) / power(&clip.samples, clip.rate, 349.23)
    };
    assert!(third(Scale::Lydian) > 2.0 && third(Scale::Dorian) < 0.5 && third(Scale::Aeolian) < 0.5);
}

#[test]
fn the_music_follows_the_mood_and_does_not_waver() {
    let mood = |valence, arousal, alliance| Mood { valence, arousal, alliance };
    assert_eq!([-100, 0, 100].map(|valence| mood(valence, 0, 0).scale(None)), [Scale::Aeolian, Scale::Dorian, Scale::Lydian]);
    assert_eq!([-32, 32].map(|valence| mood(valence, 0, 0).scale(Some(Scale::Dorian))), [Scale::Dorian; 2]);
    assert_eq!(mood(-25, 0, 0).scale(Some(Scale::Aeolian)), Scale::Aeolian);
    assert_eq!(mood(25, 0, 0).scale(Some(Scale::Lydian)), Scale::Lydian);
    assert_eq!([0, 50, 100].map(|alliance| mood(0, 0, alliance).layers()), [1, 2, 3]);
    let limits = [-5, 0, 50, 100, 500].map(|arousal| mood(0, arousal, 0).limit().round());
    assert_eq!(limits, [500.0, 500.0, 1118.0, 2500.0, 2500.0]);
}

#[test]
fn every_number_in_the_voice_file_is_heard() {
    let text = std::fs::read_to_string(root().join("assets/portrait/voice.ron")).unwrap();
    let style = Style::read(&text).unwrap();
    assert!(Manner::ALL.iter().all(|manner| style.manners.contains_key(manner)), "each manner is described");
    assert!(Sound::ALL.iter().all(|sound| style.sounds.contains_key(sound)), "each sound is described");
    let voice = Voice::of(&Voicing::default());
    let mut numbers = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let begins = at;
        at += line.len();
        if line.trim_start().starts_with("//") {
            continue;
        }
        let numeral = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == '-';
        let mut from = 0;
        while let Some(start) = line[from..].find(numeral).map(|start| from + start) {
            let end = line[start..].find(|letter| !numeral(letter)).map_or(line.len(), |end| start + end);
            from = end;
            let number: f64 = line[start..end].parse().unwrap();
            numbers += 1;
            let put = |number: String| format!("{}{number}{}", &text[..begins + start], &text[begins + end..]);
            let changed =
                Style::read(&put(format!("{:.4}", number * 1.25 + 0.01))).or_else(|_| Style::read(&put(format!("{}", number + 1.0))));
            let changed = changed.unwrap();
            let whole = style.throat != changed.throat;
            let heard = |seed| {
                let manners = Manner::ALL.iter().filter(|manner| whole || style.manners[manner] != changed.manners[manner]);
                let sounds = Sound::ALL.iter().filter(|sound| style.sounds[sound] != changed.sounds[sound]);
                manners
                    .map(|&manner| unlike(&style.murmur(&voice, manner, seed), &changed.murmur(&voice, manner, seed)))
                    .any(|far| far > 1e-5)
                    || sounds
                        .map(|&sound| unlike(&style.body(&voice, sound, seed), &changed.body(&voice, sound, seed)))
                        .any(|far| far > 1e-5)
            };
            assert!((0..6).any(heard), "{} in “{}”", &line[start..end], line.trim());
        }
    }
    assert!(numbers > 100, "{numbers}");
}
