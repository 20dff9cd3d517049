//! Has the program built again when a file comes to the folders that it carries within itself.

fn main() {
    println!("cargo:rerun-if-changed=dialogues");
    println!("cargo:rerun-if-changed=assets");
}
