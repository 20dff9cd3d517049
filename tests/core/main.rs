//! Everything below the window, tried as it is: cases are files.
